"""Layout codes (HTML) in imported texts, turned into plain words."""

import html
import re
from html.parser import HTMLParser

_CODE = re.compile(r"</?[a-zA-Z][a-zA-Z0-9:-]*(?:\s[^<>]*)?/?>|<!--|<!\[CDATA\[|<!doctype[^<>]*>", re.I)
_ENTITY = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});")
_BLOCKS = frozenset({
    "p", "div", "br", "hr", "tr", "table", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6",
    "blockquote", "section", "article", "header", "footer", "pre", "figure", "figcaption", "form", "address", "center"})
_UNREAD = frozenset({"script", "style", "head", "template", "noscript", "iframe", "object", "svg"})
_LONGEST = 100_000
"""Longer texts only lose their tags: the parser takes long over broken ones."""
_UNPRINTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ud800-\udfff\ufffe\uffff]")


def has_layout(text: str) -> bool:
    """Whether there are tags or character codes in it. "I <3 you", "a < b" and "AT&T" have none."""
    return ("<" in text and bool(_CODE.search(text))) or ("&" in text and bool(_ENTITY.search(text)))


def plain(text: str) -> str:
    """The words of a text: tags gone, paragraphs on lines of their own, what scripts and styles held left out.

    Addresses of links and descriptions of images stay as words. Text without layout codes comes back as it was.
    """
    if not has_layout(text):
        return text
    # A table of somebody's web pages often has the codes themselves in codes: "&lt;p&gt;".
    if not _CODE.search(text):
        text = html.unescape(text)
        if not _CODE.search(text):
            return text
    if len(text) > _LONGEST:
        return _tidy(_CODE.sub("\n", text))
    reader = _Words()
    reader.feed(_only_codes(text))
    reader.close()
    return _tidy("".join(reader.said))


def printable(text: str) -> str:
    """The text without what can't be kept or printed: NUL and other control characters, broken halves of letters.

    Line ends become \\n. Marks for right-to-left text, joiners and emoji stay: they belong to the words.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNPRINTED.sub("", text)


def _only_codes(text: str) -> str:
    """The text with every "<" that does not begin a code written so that the parser leaves it alone."""
    parts, place = [], 0
    for code in _CODE.finditer(text):
        parts += [text[place:code.start()].replace("<", "&lt;"), code[0]]
        place = code.end()
    return "".join(parts) + text[place:].replace("<", "&lt;")


class _Words(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._unread: list[str] = []
        self._address = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNREAD:
            self._unread.append(tag)
        elif self._unread:
            return
        elif tag == "li":
            self.said.append("\n- ")
        elif tag in ("td", "th"):
            self.said.append(" ")
        elif tag in _BLOCKS:
            self.said.append("\n")
        elif tag == "img":
            self.said.append(f" {dict(attrs).get('alt') or ''} ")
        elif tag == "a":
            self._address = (dict(attrs).get("href") or "").strip()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _UNREAD:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unread:
            del self._unread[self._unread.index(tag):]
        elif self._unread:
            return
        elif tag in _BLOCKS or tag == "li":
            self.said.append("\n")
        elif tag == "a" and self._address:
            if self._address.startswith(("http://", "https://")) and self._address not in "".join(self.said[-3:]):
                self.said.append(f" ({self._address})")
            self._address = ""

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.said.append(re.sub(r"\s+", " ", data))

    def unknown_decl(self, data: str) -> None:
        if data.startswith("CDATA["):
            self.said.append(data[6:].removesuffix("]]"))


def _tidy(text: str) -> str:
    lines = [re.sub(r"[ \t\xa0]+", " ", line).strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line for line in lines if line != "-")).strip()
