// Light, dark, or as the system says.

import { $, icon } from "./dom.js";

const order = ["auto", "light", "dark"];
const names = { auto: "Colours as the system says", light: "Light colours", dark: "Dark colours" };

function read() {
  try {
    return order.includes(localStorage.theme) ? localStorage.theme : "auto";
  } catch {
    return "auto";
  }
}

function show(theme) {
  document.documentElement.dataset.theme = theme;
  const next = order[(order.indexOf(theme) + 1) % order.length];
  $("theme").replaceChildren(icon(theme));
  $("theme").title = `${names[theme]}. Change to: ${names[next].toLowerCase()}`;
  $("theme").setAttribute("aria-label", $("theme").title);
}

export function startTheme() {
  show(read());
  $("theme").addEventListener("click", () => {
    const next = order[(order.indexOf(read()) + 1) % order.length];
    try {
      localStorage.theme = next;
    } catch {
      // Without storage the choice holds until the page is left.
    }
    show(next);
  });
}
