/** Recording a voice in the browser. Where the browser can't, the button stays away and a file can be chosen. */

import { word } from "./words.js";

const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];

/** Shows the button where recording works; what was recorded goes the way of every file. */
export function prepareSound(form, uploads) {
  const button = form.querySelector("#sound-record");
  if (!globalThis.MediaRecorder || !navigator.mediaDevices?.getUserMedia) return;
  button.hidden = false;
  const label = button.querySelector("[data-label]");
  let recorder = null;
  button.addEventListener("click", async () => {
    if (recorder) {
      recorder.stop();
      return;
    }
    try {
      recorder = await start((file) => uploads.take("sound", file));
    } catch {
      label.textContent = word("recordRefused");
      button.disabled = true;
      return;
    }
    const since = Date.now();
    button.dataset.running = "";
    const clock = setInterval(tick, 500);
    tick();
    recorder.addEventListener("stop", () => {
      clearInterval(clock);
      recorder = null;
      delete button.dataset.running;
      label.textContent = word("record");
    });

    function tick() {
      const seconds = Math.floor((Date.now() - since) / 1000);
      label.textContent = word("stopRecording", { time: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}` });
    }
  });
}

async function start(done) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type)) ?? "";
  const recorder = new MediaRecorder(stream, mimeType ? { mimeType } : undefined);
  const parts = [];
  recorder.addEventListener("dataavailable", (event) => event.data.size && parts.push(event.data));
  recorder.addEventListener("stop", () => {
    stream.getTracks().forEach((track) => track.stop());
    const type = recorder.mimeType.split(";")[0];
    if (parts.length) done(new File(parts, `${word("recordingName")}.${type.split("/")[1] ?? "webm"}`, { type }));
  });
  recorder.start(1000);
  return recorder;
}
