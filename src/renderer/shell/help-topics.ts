import type { ScreenName } from '../lib/route.ts';

/** One thing that help explains: a screen, how files are kept safe, or a word. */
export interface HelpTopic {
  readonly id: string;
  readonly group: 'Screens' | 'Your files' | 'Words';
  readonly title: string;
  readonly text: string;
}

/** What each screen is for and how one begins on it. */
const onScreens: Readonly<Record<ScreenName, string>> = {
  inspections:
    'Every inspection of this workspace with its stage, grades and next deadline. Begin a draft with N, import published reports with R, or read a report first with B. F filters and sorts; A archives or withdraws the draft that is marked.',
  colleagues:
    'Who works in this workspace. Invite somebody by a line of text, add the card that they answer with, and compare the 30 digits with them once. A panel that is set up here can be given to any draft.',
  agreement:
    'How far panels agree over the rounds of this workspace: filter by framework, area, panel and period, and export the figures as CSV or a picture. Calibration sets, and tables of grades from elsewhere, are measured here too.',
  audits:
    'Quality assurance of sealed judgments: who audits, which judgments are in the frame, and a sample that anybody can draw again and nobody can have chosen. Begin an audit with N, plan a frame with F. No judgment is changed by it.',
  frameworks:
    'The inspection frameworks: their areas, criteria, descriptors, scales and deadlines. A framework can be read, compared with another, copied and changed.',
  waiting:
    'What you can do now, by the day it is due, from every draft: lodge grades, answer, decide, approve, seal. Enter goes to it.',
  conflicts:
    'Where two people wrote over the same words or grade without knowing of each other. Both are kept. Choose a side, or settle it place by place, with your reason.',
  happened:
    'What everybody did since you last looked, by draft and person. Each sentence leads to its place. Mark it as read when you are done.',
  write:
    'The narrative of one area with its provisional grade. Type [ and some words to cite a note, or its code as in [ct-14], and its number alone where no other note has it; [ also offers a footnote. What you type is kept at once on this computer; Ctrl S saves it as a signed revision that colleagues get.',
  evidence:
    'Notes on the left, the criterion in the middle, its descriptors on the right. N writes a note, L links it, S and W say strength or weakness, 1 to 4 mark the descriptor in view.',
  matrix:
    'How evidence of each kind lies under each criterion: gaps, lone sources and contradictions. Import a table of evidence or export the evidence base here.',
  revisions:
    'What changed between two revisions: grade, evidence and words together, with its reason and author. Tick a change as reviewed with X, comment with C.',
  panel:
    'Moderation: open a round, lodge grades that nobody can read before the reveal, see where members differed, raise challenges and record the outcome of each area.',
  finalise:
    'Everything that must hold before the judgment is sealed, one gate after another, with the provider’s comments, approvals, deadlines and copies to hand out.',
  record: 'How the judgment came about: every signed step in order, and whether its files verify.',
  people: 'Who has which role in this draft, who owns it, and which records were set aside.',
  'over-time':
    'This provider’s inspections side by side: grades by area, and which points for improvement came back.',
};

/** What keeps files safe, as somebody asks it. */
const onFiles: readonly (readonly [title: string, text: string])[] = [
  [
    'Where is my work?',
    'In the workspace: an ordinary folder that your team shares. Each person writes files of their own in it and never changes anybody else’s, so a sync service cannot mix them up. What you type and did not save yet is in Plumbline’s own folder on this computer, encrypted.',
  ],
  [
    'What if the computer stops, or the network is away?',
    'Everything works without a network. Each word is on the disk within a quarter of a second, and comes back when Plumbline is opened again. Records are sent by your sync service when it can.',
  ],
  [
    'Can somebody change what I wrote?',
    'No. Each record is signed with your key and names those before it. A record that was changed, cut or left out is found when the workspace is verified (V on Inspections), also by a program of your own.',
  ],
  [
    'What if I lose this computer?',
    'Your records are in the shared folder. Your key is on this computer alone: back it up with a passphrase (the status bar asks for it) and restore it on the next. Without a backup you begin as a new person.',
  ],
  [
    'Can I undo?',
    'Nothing is ever deleted by writing over it: earlier revisions, grades and corrections stay. Words of a person who must not stand there can be erased by somebody who may, and the record says that they were.',
  ],
];

/** The words of the screens, one for one thing. */
const onWords: readonly (readonly [title: string, text: string])[] = [
  [
    'Area, criterion, descriptor',
    'What gets a judgment; what inspectors look for in it; what that looks like at one grade.',
  ],
  ['Draft', 'One inspection’s judgments on their way to being final.'],
  ['Record', 'One signed line: who did what, when, and what they knew then.'],
  [
    'Note, link, mark',
    'A piece of evidence; its place under a criterion, for or against; a descriptor met, partly or not.',
  ],
  ['Revision', 'One saved state of text, grades and links, with its reason.'],
  ['Correction', 'A change of a note’s kind, source, time or direction. Its text stays as it was written.'],
  [
    'Conflict',
    'Two values of one thing, written without knowing of each other. Both stand until somebody settles it.',
  ],
  [
    'Round, lodge, reveal',
    'Members grade alone; lodged grades are unreadable for everybody; a holder of the key shows all at once.',
  ],
  [
    'Challenge, dissent',
    'A question that must be answered before the seal; a member’s disagreement that stays on the record.',
  ],
  ['Gate', 'One thing that must hold, or have its reason, before the judgment is sealed.'],
  [
    'Approval, seal',
    'Somebody who wrote none of it stands by it as it is; the signature over all that led to it.',
  ],
  [
    'Verified, unverified',
    'Whether you, or a colleague whom you trust for it, compared the digits with that person.',
  ],
  ['Set aside', 'Kept and shown, and not counted: its author had no right to it then.'],
  [
    'Archived, withdrawn',
    'Put away because it is done; taken out because it was begun by mistake. Both can be put back.',
  ],
];

/** Everything that help explains, in the order of its page; screens by their titles. */
export function helpTopics(titleOf: (screen: ScreenName) => string): readonly HelpTopic[] {
  const named = Object.entries(onScreens) as readonly [ScreenName, string][];
  return [
    ...named.map(([screen, text]): HelpTopic => ({
      id: screen,
      group: 'Screens',
      title: titleOf(screen),
      text,
    })),
    ...onFiles.map(([title, text], at): HelpTopic => ({
      id: `files-${at}`,
      group: 'Your files',
      title,
      text,
    })),
    ...onWords.map(([title, text], at): HelpTopic => ({ id: `words-${at}`, group: 'Words', title, text })),
  ];
}
