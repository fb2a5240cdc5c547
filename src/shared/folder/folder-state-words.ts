/** One state of the folder in words: what goes on, what is safe, what to do. */
export interface FolderState {
  readonly code:
    | 'away'
    | 'locked'
    | 'read-only'
    | 'shrunk'
    | 'damaged'
    | 'unfounded'
    | 'not-files'
    | 'not-vouched'
    | 'one-key-two-places'
    | 'not-downloaded'
    | 'half-synced'
    | 'waiting'
    | 'heading'
    | 'copies'
    | 'clocks'
    | 'looking';
  /** `stop` keeps people from working, `warn` wants an eye, `info` is only to be known. */
  readonly tone: 'stop' | 'warn' | 'info';
  /** For the title bar: a few words. */
  readonly short: string;
  readonly happening: string;
  readonly safe: string;
  readonly todo: string;
  /** Where: drafts or files, at most a dozen. */
  readonly where: readonly string[];
}

/** A state's words, without where it is. */
export type Wording = Omit<FolderState, 'where'>;

/** The folder is not there. */
export const away: FolderState = {
  code: 'away',
  tone: 'stop',
  short: 'Folder out of reach',
  happening:
    'The shared folder is not there at this moment: a network drive, a stick or a sync service is off.',
  safe: 'Everything saved is in the folder. What you type now is kept on this computer.',
  todo: 'Connect the folder again. Plumbline looks for it every few seconds and goes on by itself.',
  where: [],
};
/** The folder cannot be written. */
export const readOnly: FolderState = {
  code: 'read-only',
  tone: 'warn',
  short: 'Read-only',
  happening: 'The folder can be read and does not let you write.',
  safe: 'Everything in it is safe. Nothing you look at changes.',
  todo: 'Ask whoever looks after the folder for leave to change it, then open it again.',
  where: [],
};
/** Records that were here are not. */
export const shrunk: Wording = {
  code: 'shrunk',
  tone: 'warn',
  short: 'Records missing',
  happening:
    'Records that this computer saw before are not in the folder now: a folder or a log was taken away, an older version of a log took its place, or not all has arrived.',
  safe: 'Nothing is written over. A log of your own that is short is not written to until it is whole.',
  todo: 'Let the folder finish syncing. If they stay away, restore the latest version of the folder or file in the sync service, or from a backup.',
};
/** Lines were changed or damaged. */
export const damaged: Wording = {
  code: 'damaged',
  tone: 'warn',
  short: 'Damaged lines',
  happening:
    'Lines in the folder are not what was written: they were changed, or damaged while being stored.',
  safe: 'All other records and drafts are read as ever. The damaged lines count for nothing.',
  todo: 'Choose Verify on the list of inspections to see each line, and put the file back from a backup or a colleague’s copy.',
};
/** The workspace's founding record is not there, or is another one. */
export const unfounded: FolderState = {
  code: 'unfounded',
  tone: 'warn',
  short: 'Founding record missing',
  happening:
    'The first record of this workspace, which its number stands for, is not in the folder, or is another one than plumbline.json names.',
  safe: 'Inspections are read and written as ever. What administrators decided counts again once the record is back.',
  todo: 'Let the folder finish syncing. If it stays, put the folder “workspace” and the file plumbline.json back from a backup or a colleague’s copy.',
  where: [],
};
/** Links, pipes and devices in the place of files. */
export const notFiles: Wording = {
  code: 'not-files',
  tone: 'warn',
  short: 'Links in the folder',
  happening:
    'Where files of the workspace belong there are links, folders, pipes or devices. Plumbline does not open or follow them.',
  safe: 'What they lead to is neither read nor changed. All other files are read as ever.',
  todo: 'Ask who put them there and take them away. Where one took the place of a file, put the file back from a backup or a colleague’s copy.',
};
/** Keys that no card vouches for. */
export const notVouched: Wording = {
  code: 'not-vouched',
  tone: 'warn',
  short: 'Card missing',
  happening:
    'Records are signed with keys that no card here vouches for: their author’s card has not arrived, or they are not from whom they say.',
  safe: 'They are kept and do not count. Nothing else is touched by them.',
  todo: 'Let the folder finish syncing. If it stays, ask the person to open the workspace once, which puts their card into it.',
};
/** A forked key. */
export const oneKey: Wording = {
  code: 'one-key-two-places',
  tone: 'warn',
  short: 'One key in two places',
  happening:
    'One device’s key wrote in two places: perhaps a restored copy of a computer or profile wrote again.',
  safe: 'Both records are kept and shown. Nothing is lost or written over.',
  todo: 'Ask their author which device to keep, and give the other one a key of its own by restoring from a key backup.',
};
/** Placeholders without content. */
export const notDownloaded: Wording = {
  code: 'not-downloaded',
  tone: 'warn',
  short: 'Not downloaded yet',
  happening: 'Files are listed here whose content is not on this computer, or cannot be read now.',
  safe: 'They are whole elsewhere. Everything that is here is shown.',
  todo: 'Let the sync service finish, or tell it to keep this folder on this computer (“Always keep on this device”).',
};
/** Files that are here in part. */
export const halfSynced: Wording = {
  code: 'half-synced',
  tone: 'warn',
  short: 'Half arrived',
  happening:
    'The last part of a file is not whole: it is still being copied here, or a computer stopped while writing it.',
  safe: 'All whole lines before it count. The rest is read when it arrives; a part that never does was never confirmed as saved.',
  todo: 'Nothing, as a rule. If it stays for hours, ask its author to open the draft.',
};
/** Records whose ancestors have not arrived. */
export const waiting: Wording = {
  code: 'waiting',
  tone: 'info',
  short: 'Waiting for records',
  happening: 'Records have arrived that build on others which have not.',
  safe: 'They are kept, and shown as soon as the others are here.',
  todo: 'Let the folder finish syncing. If it stays, ask the people named whether their computers are connected.',
};
/** A copy stood in for plumbline.json. */
export const heading: Wording = {
  code: 'heading',
  tone: 'warn',
  short: 'Opened from a copy',
  happening: 'The file plumbline.json is missing or damaged, so the workspace was opened from a copy of it.',
  safe: 'No draft is touched by that: the file only holds the workspace’s name and number.',
  todo: 'Rename the copy to plumbline.json once the folder has finished syncing.',
};
/** Conflicted copies were taken in. */
export const copies: Wording = {
  code: 'copies',
  tone: 'info',
  short: 'Conflicted copies',
  happening:
    'The sync service left copies of files or folders. They are read by what they hold, whatever they are called.',
  safe: 'Nothing is counted twice and nothing is lost.',
  todo: 'Nothing. A copy whose records all stand in another file too can be deleted once the folder has finished syncing.',
};
/** Somebody’s clock is ahead. */
export const clocks: Wording = {
  code: 'clocks',
  tone: 'info',
  short: 'Clocks differ',
  happening: 'Times on some records have not come yet on this computer: a clock is wrong, there or here.',
  safe: 'Clocks decide nothing: the order of records follows from what each knew of the others.',
  todo: 'Set the clock of the computer that is wrong. Times already written stay as they were claimed.',
};

/** Another process of this profile, named in words. */
export function locked(holder: string): FolderState {
  return {
    code: 'locked',
    tone: 'warn',
    short: 'Read-only here',
    happening: `Plumbline is open elsewhere with this profile: ${holder}.`,
    safe: 'Everything can be read here. Only one of the two writes, so your records stay in order.',
    todo: 'Close the other one, then open Plumbline again here to write.',
    where: [],
  };
}

/** A folder that is looked at every so many seconds. */
export function looking(seconds: number): FolderState {
  return {
    code: 'looking',
    tone: 'info',
    short: `Looked at every ${seconds} s`,
    happening:
      'This kind of folder does not tell of changes by itself, so Plumbline looks at it now and then.',
    safe: 'Nothing is missed; it is only seen a little later.',
    todo: 'Nothing. Choose “Look now” to see at once what others did.',
    where: [],
  };
}
