// Everything that is said to the server.

import { $ } from "./dom.js";

const keyName = "assistant-key";

/** A request that failed: what the server said, or that it was not reached. */
export class ApiError extends Error {
  constructor(status, problem, retryAfter) {
    super(problem?.detail ?? "The server cannot be reached.");
    this.status = status;
    this.type = (problem?.type ?? "urn:assistant:problem:unreachable").split(":").pop();
    this.title = problem?.title ?? "No connection";
    this.retryAfter = retryAfter;
  }
}

function storedKey() {
  try {
    return sessionStorage.getItem(keyName);
  } catch {
    return null;
  }
}

export function headers(more = {}) {
  const key = storedKey();
  return key ? { ...more, Authorization: `Bearer ${key}` } : more;
}

let asking = null;

/** Asks for a key, once however many requests want one. False when the user will not give one. */
export function askForKey(reason) {
  asking ??= new Promise((resolve) => {
    const dialog = $("key-dialog");
    if (reason) $("key-reason").textContent = reason;
    $("key").value = "";
    $("key-cancel").onclick = () => dialog.close("cancel");
    $("key-form").onsubmit = () => {
      try {
        sessionStorage.setItem(keyName, $("key").value.trim());
      } catch {
        // Without storage there is no key; the next request asks again.
      }
    };
    dialog.onclose = () => {
      asking = null;
      resolve(dialog.returnValue !== "cancel" && Boolean(storedKey()));
    };
    dialog.returnValue = "cancel";
    dialog.showModal();
  });
  return asking;
}

export async function toError(response) {
  const problem = await response.json().catch(() => null);
  return new ApiError(
    response.status,
    problem ?? { title: "Something went wrong", detail: `The server answered ${response.status}.` },
    Number(response.headers.get("Retry-After")) || null,
  );
}

/** Sends a request; asks for a key and repeats it when one is needed. Throws ApiError. */
export async function send(path, options = {}) {
  for (let attempt = 0; ; attempt++) {
    let response;
    try {
      response = await fetch(path, { ...options, headers: headers(options.headers) });
    } catch (error) {
      if (error.name === "AbortError") throw error;
      throw new ApiError(0, null, null);
    }
    if (response.ok) return response;
    const error = await toError(response);
    if (response.status !== 401 || attempt > 4) throw error;
    if (!(await askForKey(attempt > 0 ? "That key is unknown or was revoked. Try another." : null))) throw error;
  }
}

export const get = async (path) => (await send(path)).json();

/** Asks a question; calls `on` with each event's name and data. Ends with the answer. */
export async function ask(request, on, signal) {
  const response = await send("/v1/answers", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
    body: JSON.stringify(request),
    signal,
  });
  for await (const { name, data } of events(response.body)) {
    if (name === "error") throw new ApiError(data.status, data, null);
    on(name, data);
    if (name === "completed") return data;
  }
  throw new ApiError(0, { title: "No answer", detail: "The connection was lost before the answer was complete." }, null);
}

/** Parses server-sent events. */
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let pending = "";
  for (;;) {
    let part;
    try {
      part = await reader.read();
    } catch (error) {
      if (error.name === "AbortError") throw error;
      throw new ApiError(0, null, null);
    }
    if (part.done) return;
    const blocks = (pending + part.value).split("\n\n");
    pending = blocks.pop();
    for (const block of blocks) yield parse(block);
  }
}

function parse(block) {
  let name = "message";
  const data = [];
  for (const line of block.split("\n")) {
    if (line.startsWith("event: ")) name = line.slice(7);
    else if (line.startsWith("data: ")) data.push(line.slice(6));
  }
  return { name, data: data.length ? JSON.parse(data.join("\n")) : null };
}

/** Sends a file; calls `progress` with the fraction sent. Ends with the ingestion's result or job. */
export function upload(file, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/v1/articles");
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onerror = () => reject(new ApiError(0, null, null));
    request.onload = () => {
      const body = parseJson(request.responseText);
      if (request.status < 300) resolve({ isJob: request.status === 202, body });
      else reject(new ApiError(request.status, body, Number(request.getResponseHeader("Retry-After")) || null));
    };
    const form = new FormData();
    form.append("file", file);
    request.send(form);
  });
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
