/** The file that holds this person's key cannot be read; its message says what is safe and what the way back is. */
export class DamagedKey extends Error {
  constructor() {
    super(
      'Your key cannot be read: the file identity.json in Plumbline’s data folder on this computer is damaged or empty. Everything in your shared folders is safe, and Plumbline leaves the file as it is. To go on, close Plumbline, put the file back from a backup of this computer; or move it to another place, open Plumbline again and choose a key backup on its first screen: the file that you saved on the People screen. You stay the same person.',
    );
  }
}
