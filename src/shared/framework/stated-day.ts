/** "17/03/2025", "17/03/25" or "2025-03-17" as "2025-03-17"; null where the text is no such day. */
export function statedDay(text: string): string | null {
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/u.exec(text.trim());
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text.trim());
  const [year, month, day] =
    british !== null
      ? [(british[3] ?? '').padStart(4, '20'), british[2] ?? '', british[1] ?? '']
      : [iso?.[1] ?? '', iso?.[2] ?? '', iso?.[3] ?? ''];
  const made = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${made}T12:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== made ? null : made;
}
