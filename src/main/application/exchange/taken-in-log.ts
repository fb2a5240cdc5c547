/** The name, without its ending, of a log of this device that holds what others wrote and a file brought. */
export function takenInLog(device: string, hash: string): string {
  return `${device}.taken-in-${hash.slice(0, 16)}`;
}
