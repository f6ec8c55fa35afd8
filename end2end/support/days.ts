// Days as the house counts them: in its own time zone, wherever the tests run.

const ZONE = "Europe/Paris";
const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Noon, so that adding days never falls into another one when clocks change. */
function noon(offset: number): Date {
  const today = new Date().toLocaleDateString("sv-SE", { timeZone: ZONE });
  return new Date(Date.parse(`${today}T12:00:00Z`) + offset * 86_400_000);
}

/** Today and `offset` days, as 2026-11-24. */
export function day(offset: number): string {
  return noon(offset).toISOString().slice(0, 10);
}

/** The next such day after today. */
export function next(weekday: Weekday): string {
  for (let offset = 1; offset <= 7; offset += 1) {
    if (WEEKDAYS[noon(offset).getUTCDay()] === weekday) return day(offset);
  }
  throw new Error(`no ${weekday} in a week`);
}

/** In words: "mardi 24 novembre". */
export function inWords(date: string, lang: "fr" | "en" = "fr"): string {
  const at = new Date(`${date}T12:00:00Z`);
  const part = (options: Intl.DateTimeFormatOptions) =>
    at.toLocaleDateString(lang === "fr" ? "fr-FR" : "en-GB", { ...options, timeZone: "UTC" });
  const number = lang === "fr" && at.getUTCDate() === 1 ? "1er" : String(at.getUTCDate());
  return `${part({ weekday: "long" })} ${number} ${part({ month: "long" })}`;
}
