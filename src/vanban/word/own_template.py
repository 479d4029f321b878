"""Looking through an office's own template and what it renders; shipped ones are known good."""

from __future__ import annotations

from xml.parsers import expat

from vanban.errors import TemplateError
from vanban.location import Place
from vanban.messages import _
from vanban.patterns import later
from vanban.word.ooxml import NAMESPACES, W

_ROOT = later(r"<w:(?:document|footnotes)\b[^>]*>")


def prepared(name: str, xml: str, path: str) -> str:
    """A part of a template, with every prefix declared that the writer uses.

    Raises:
        TemplateError: the part is no XML, declares entities, or is of the Strict kind.
    """
    if "<!DOCTYPE" in xml:
        raise _unusable(_("Mẫu có phần khai báo DOCTYPE: {name}.").format(name=name), path)
    fault = _fault(xml)
    if fault:
        message = _("Mẫu có phần hỏng: {name}, {fault}.")
        raise _unusable(message.format(name=name, fault=fault), path)
    if name == "word/document.xml" and f'"{W}"' not in xml:
        raise _unusable(_("Mẫu không theo dạng Word thông thường (có thể là Strict)."), path)
    return _ROOT.sub(lambda root: _declared(root[0]), xml, count=1)


def refuse_broken(xml: str, path: str) -> None:
    """Raise TemplateError for a rendered part that Word could not open."""
    fault = _fault(xml)
    if fault:
        raise TemplateError.at(
            _("Các thẻ của mẫu cho ra tệp Word hỏng ({fault}).").format(fault=fault),
            Place(path),
            _(
                "Thẻ if, for mở ở đoạn này mà đóng ở đoạn khác thì viết {%p if … %} và"
                " {%p endif %}, mỗi thẻ một đoạn riêng."
            ),
        )


def _declared(root: str) -> str:
    missing = "".join(
        f' xmlns:{prefix}="{uri}"'
        for prefix, uri in NAMESPACES.items()
        if f"xmlns:{prefix}=" not in root
    )
    at = len(root) - (2 if root.endswith("/>") else 1)
    return root[:at] + missing + root[at:]


def _fault(xml: str) -> str:
    """Why a text is no XML; empty when it is."""
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(xml.encode(), True)
    except (expat.ExpatError, UnicodeEncodeError) as error:
        return str(error)
    return ""


def _unusable(message: str, path: str) -> TemplateError:
    return TemplateError.at(message, Place(path), _("Mở mẫu bằng Word và lưu lại dạng .docx."))
