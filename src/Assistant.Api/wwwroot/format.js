// How dates, numbers and places are written.

const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** "27 Aug 2019", or null without a date. */
export const day = (time) => (time ? dayFormat.format(new Date(time)) : null);

/** "Source · 27 Aug 2019" */
export const origin = (item) => [item.source, day(item.publishedAt)].filter(Boolean).join(" · ");

export const seconds = (milliseconds) =>
  milliseconds < 950 ? `${Math.max(1, Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(1)} s`;

export const plural = (count, one, many) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** The address, if it is one that may be linked to. */
export function webAddress(url) {
  try {
    const parsed = new URL(url);
    return parsed.protocol === "https:" || parsed.protocol === "http:" ? parsed.href : null;
  } catch {
    return null;
  }
}

export const oneLine = (text) => text.replace(/\s+/g, " ").trim();
