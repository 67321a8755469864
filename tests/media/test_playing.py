"""What a browser records is kept and plays in a browser, as long as it was."""

import base64
from pathlib import Path

import pytest

from assetmap import media

RECORD = """async mime => {
    if (!MediaRecorder.isTypeSupported(mime)) return null;
    const context = new AudioContext(), tone = context.createOscillator();
    const end = context.createMediaStreamDestination();
    tone.connect(end);
    tone.start();
    await context.resume();
    const recorder = new MediaRecorder(end.stream, {mimeType: mime}), parts = [];
    recorder.ondataavailable = event => parts.push(event.data);
    recorder.start(200);
    await new Promise(done => setTimeout(done, 1200));
    const stopped = new Promise(done => { recorder.onstop = done; });
    recorder.stop();
    await stopped;
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""));
}"""

PLAY = """async data => {
    const bytes = Uint8Array.from(atob(data), letter => letter.charCodeAt(0));
    const sound = await new AudioContext().decodeAudioData(bytes.buffer);
    return [sound.duration, Math.max(...sound.getChannelData(0).slice(0, 60000))];
}"""


@pytest.mark.browser
@pytest.mark.parametrize("mime", ["audio/webm;codecs=opus", "audio/mp4;codecs=opus"])
def test_a_recording_made_in_a_browser_is_kept_and_plays(browser, tmp_path: Path, mime: str) -> None:
    page = browser.new_page()
    try:
        page.mouse.click(5, 5)
        recorded = page.evaluate(RECORD, mime)
        if recorded is None:
            pytest.skip(f"this browser does not record {mime}")
        kept = media.keep(base64.b64decode(recorded), "opname", tmp_path)
        assert kept.mime == mime.split(";")[0]
        stripped = media.file_path(tmp_path, kept.hash, "sound").read_bytes()
        seconds, loudest = page.evaluate(PLAY, base64.b64encode(stripped).decode())
    finally:
        page.close()
    # A recorder needs a moment to begin; what it tells and what sounds differ by a packet or two.
    assert kept.seconds > 0.5
    assert kept.seconds == pytest.approx(seconds, abs=0.3)
    assert loudest > 0.1
