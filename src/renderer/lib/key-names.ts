import { changedKeyShape } from '../../shared/ipc/preferences.ts';
import type { Press } from './sentence.ts';

/** With Alt some keyboards type other signs than the key's own: then its place says which it is. */
function signOf({ key, altKey, code }: Press): string {
  const place = /^(?:Key|Digit)(\w)$/.exec(code ?? '')?.[1];
  const sign = altKey && key.length === 1 && !/^[\x20-\x7e]$/.test(key) ? (place ?? key) : key;
  return sign.length === 1 ? sign.toLowerCase() : sign;
}

/** What a pressed key is called: "j", "Ctrl+s", "Alt+Shift+u", "Shift+F6". */
export function pressedName(event: Press): string {
  const sign = signOf(event);
  const modifiers = [event.ctrlKey || event.metaKey ? 'Ctrl+' : '', event.altKey ? 'Alt+' : ''].join('');
  const tellsShift = /^F\d/.test(sign) || (modifiers !== '' && /^\p{L}$/u.test(sign));
  return `${modifiers}${event.shiftKey && tellsShift ? 'Shift+' : ''}${sign}`;
}

/** A digit's key with Shift alone, whatever sign the keyboard types by it: "Shift+2"; null for any other. */
export function shiftedDigit({ shiftKey, ctrlKey, metaKey, altKey, code }: Press): string | null {
  const digit = /^Digit(\d)$/.exec(code ?? '')?.[1];
  return digit === undefined || !shiftKey || ctrlKey || metaKey || altKey ? null : `Shift+${digit}`;
}

const arrows: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** A key as it is shown: "J", "Ctrl S", "G E", "Alt ↓". */
export function capOf(name: string): string {
  if (name === '+' || name.endsWith('++')) return `${name.slice(0, -1).replaceAll('+', ' ')}+`;
  const caps = name
    .split(/[+ ]/)
    .map((part) => arrows[part] ?? (part.length === 1 ? part.toUpperCase() : part));
  return caps.join(' ');
}

/** What the window or its browser does by these, whatever Plumbline would do by them. */
const spokenFor: Readonly<Record<string, string>> = {
  'Ctrl+c': 'copies',
  'Ctrl+x': 'cuts',
  'Ctrl+v': 'pastes',
  'Ctrl+a': 'selects everything',
  'Ctrl+z': 'undoes',
  'Ctrl+y': 'does again what was undone',
  'Ctrl+r': 'loads the window anew',
  'Ctrl+t': 'opens another window',
  'Ctrl+n': 'opens another window',
  'Ctrl+w': 'closes the window',
  'Ctrl+q': 'ends Plumbline',
  F5: 'loads the window anew',
  F11: 'fills the screen',
  F12: 'opens the tools of a browser',
};

/** Combinations that a screen has, which a key that works everywhere would never reach there; held by a test. */
export const combinationsOfScreens: readonly string[] = [
  'Alt+ArrowDown',
  'Alt+ArrowRight',
  'Alt+ArrowUp',
  'Alt+Shift+u',
  'Alt+a',
  'Alt+c',
  'Alt+k',
  'Alt+m',
  'Alt+u',
  'Ctrl+Enter',
  'Ctrl+p',
  'Ctrl+s',
  'Ctrl+z',
  'F7',
  'F8',
  'Shift+F7',
  'Shift+F8',
];

const single = /^[^\s\p{C}]$/u;
/** Why nothing of a window can be done by a key, whatever else is; null where it can. */
export function whyNoKey(wanted: string, everywhere: boolean): string | null {
  if (!changedKeyShape.test(wanted))
    return 'Press a letter, number or sign, a function key, or one of them with Ctrl or Alt.';
  const does = spokenFor[wanted];
  if (does !== undefined) return `${capOf(wanted)} ${does}.`;
  if (!everywhere) return null;
  if (single.test(wanted))
    return 'Single letters belong to screens: what works everywhere needs a function key, Ctrl or Alt.';
  return combinationsOfScreens.includes(wanted)
    ? `${capOf(wanted)} has a meaning of its own on a screen.`
    : null;
}
