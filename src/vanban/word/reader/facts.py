"""Settings, protection and properties of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.layout.facts import Properties, Settings
from vanban.units import pt
from vanban.word.elements import attribute, child, measure, number, toggle, value, w
from vanban.word.reader.archive import Archive

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CORE = "docProps/core.xml"
_APP = "docProps/app.xml"
_CORE_NAMES = {
    "title": "title", "subject": "subject", "creator": "author", "lastModifiedBy": "last_editor",
    "keywords": "keywords", "description": "description", "category": "category",
    "language": "language", "created": "created", "modified": "modified",
    "revision": "revision",
}  # fmt: skip
_APP_NAMES = {
    "Application": "application", "AppVersion": "app_version", "Company": "company",
    "Manager": "manager",
}  # fmt: skip
_LONGEST = 1_000
_TYPES = "[Content_Types].xml"


def settings(root: Element | None, archive: Archive, strict: bool) -> Settings:
    """The settings of a document; ``root`` is that of the settings part, None without one."""
    kinds = archive.read(_TYPES) if _TYPES in archive else b""
    languages = child(root, "themeFontLang")
    return Settings(
        track_changes=bool(toggle(root, "trackRevisions")),
        protection=_protection(child(root, "documentProtection")),
        write_protected=child(root, "writeProtection") is not None,
        signed=any(name.lower().startswith("_xmlsignatures/") for name in archive.names),
        macros=b"macroEnabled" in kinds or _has_macros(archive),
        template=b".template" in kinds
        or b"TemplateMainDocument" in kinds
        or b"template.m" in kinds,
        compat_mode=_compat_mode(child(root, "compat")),
        even_and_odd=bool(toggle(root, "evenAndOddHeaders")),
        mirror_margins=bool(toggle(root, "mirrorMargins")),
        gutter_at_top=bool(toggle(root, "gutterAtTop")),
        default_tab=measure(value(root, "defaultTabStop")) or pt(36),
        hyphenation=bool(toggle(root, "autoHyphenation")),
        strict=strict,
        theme_language=attribute(languages, "val"),
        theme_east_asia=attribute(languages, "eastAsia"),
        theme_complex=attribute(languages, "bidi"),
    )


def _protection(element: Element | None) -> str | None:
    """What is allowed only; None when the protection is not in force."""
    if attribute(element, "enforcement") not in ("1", "true", "on"):
        return None
    found = attribute(element, "edit") or "readOnly"
    return None if found == "none" else found


def _has_macros(archive: Archive) -> bool:
    return any(name.lower().endswith("vbaproject.bin") for name in archive.names)


def _compat_mode(compat: Element | None) -> int | None:
    for setting in () if compat is None else compat.iterchildren(w("compatSetting")):
        if attribute(setting, "name") == "compatibilityMode":
            return number(attribute(setting, "val"))
    return None


def properties(archive: Archive) -> Properties:
    """What the file calls itself."""
    app = _texts(archive, _APP)
    found: dict[str, str] = {
        own: text
        for texts, names in ((_texts(archive, _CORE), _CORE_NAMES), (app, _APP_NAMES))
        for name, own in names.items()
        if (text := texts.get(name))
    }
    return Properties(**found, pages=number(app.get("Pages")), words=number(app.get("Words")))


def _texts(archive: Archive, part: str) -> dict[str, str]:
    """The texts of a part by the local names of their elements, those that are not empty."""
    if part not in archive:
        return {}
    found = {}
    for element in archive.root(part):
        text = (element.text or "").strip()
        if text:
            found[str(element.tag).rpartition("}")[2]] = text[:_LONGEST]
    return found
