export const stampFile: string;
export function sourceStamp(root: string): string;
export function commandEntry(root: string): string;
