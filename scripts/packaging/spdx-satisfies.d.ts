declare module 'spdx-satisfies' {
  /** Whether an SPDX expression is met by licences of a list. Throws where it is no SPDX expression. */
  export default function satisfies(expression: string, allowed: readonly string[]): boolean;
}
