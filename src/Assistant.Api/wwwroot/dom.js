// Small tools to build elements. Text always becomes a text node: nothing here reads markup.

export const $ = (id) => document.getElementById(id);

/** Makes an element: properties by name, `on…` listeners, `data-…`/`aria-…`/`role` attributes, then children. */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name.includes("-") || name === "role" || name === "for") element.setAttribute(name, value === true ? "" : String(value));
    else element[name] = value;
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const paths = {
  check: "M4 10.5l4 4 8-9",
  half: "M10 3a7 7 0 100 14V3z",
  none: "M4.5 15.5l11-11M10 3a7 7 0 100 14 7 7 0 000-14z",
  clash: "M3 7h12l-3-3M17 13H5l3 3",
  warn: "M10 6v5m0 3v.2M10 2.5l8 14H2z",
  clock: "M10 6v4l3 2M10 3a7 7 0 100 14 7 7 0 000-14z",
  stop: "M5 5h10v10H5z",
  info: "M10 9v5m0-8v.2M10 3a7 7 0 100 14 7 7 0 000-14z",
  close: "M5 5l10 10M15 5L5 15",
  previous: "M12 5l-5 5 5 5",
  next: "M8 5l5 5-5 5",
  light: "M10 6.5a3.5 3.5 0 100 7 3.5 3.5 0 000-7zM10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6L16 16M4 16l1.4-1.4M14.6 5.4L16 4",
  dark: "M16.5 12A7 7 0 018 3.5a7 7 0 108.500 8.500z",
  auto: "M10 3a7 7 0 100 14 7 7 0 000-14zM10 3v14",
};

/** A small line drawing; says nothing to a screen reader. */
export function icon(name) {
  const ns = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(ns, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(ns, "path");
  path.setAttribute("d", paths[name]);
  svg.append(path);
  return svg;
}

/** Says something to a screen reader without showing it. */
export function announce(text) {
  $("announcer").textContent = text;
}

/** Copies text and says so on the button for a moment. */
export async function copy(text, button) {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
    announce("Copied");
  } catch {
    button.textContent = "Cannot copy here";
  }
  setTimeout(() => { button.textContent = label; }, 1600);
}
