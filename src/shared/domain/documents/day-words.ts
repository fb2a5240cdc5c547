const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A day YYYY-MM-DD as it is printed, "8 June 2026"; any other text as it is. */
export function dayWords(day: string): string {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const name = months[Number(month) - 1];
  return name === undefined ? day : `${Number(date)} ${name} ${year}`;
}

/** An ISO time as it is printed, "8 June 2026, 14:05"; a time zone that is not UTC is not converted. */
export function momentWords(iso: string): string {
  const [, day = '', time = ''] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(iso) ?? [];
  return day === '' ? iso : `${dayWords(day)}, ${time}`;
}
