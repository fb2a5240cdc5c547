/** How somebody who has just said who they are goes on. */
export type WayIn = 'sample' | 'folder' | 'new';

/** The ways in, in their order on the first two screens. */
export const waysIn: readonly { readonly way: WayIn; readonly title: string; readonly words: string }[] = [
  {
    way: 'sample',
    title: 'Open the sample inspection',
    words: 'A whole inspection of a made-up council, to look round and try things in.',
  },
  { way: 'folder', title: 'Open a folder', words: 'Your team works in Plumbline already.' },
  { way: 'new', title: 'Make a new workspace', words: 'You are the first of your team.' },
];
