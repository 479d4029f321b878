"""Whether a plugin is in order: what ``vanban plugin check`` and a plugin's own tests ask.

Each check yields sentences that tell what is wrong; none means that all is well.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from vanban import api
from vanban.errors import VanbanError
from vanban.findings import Severity
from vanban.messages import _
from vanban.plugins import BUILT_IN
from vanban.rules.base import Rule
from vanban.rules.explain import Example, page
from vanban.testing import imports, odd
from vanban.testing.cases import Case, load_folder
from vanban.testing.plugin import Plugin, find

CASES = "cases"
"""The folder of cases, beside the file of the rules."""
Check = Callable[[Plugin], Iterator[str]]
_ID = re.compile(r"(?P<family>[A-Z][A-Z0-9]*)-(?:[A-Z]+-)?\d{3}")


def answers(plugin: Plugin) -> Iterator[str]:
    """It can be imported, and answers the hooks with what they ask for."""
    yield from map(str, plugin.registry.problems)
    yield from map(str, plugin.registry.rule_problems)


def targets(plugin: Plugin) -> Iterator[str]:
    """What it names "module:function" is there."""
    known = plugin.registry
    for names, load in (
        (plugin.own(known.sources), known.reader),
        (plugin.own(known.executors), known.executor),
        (plugin.own(known.commands), known.command),
    ):
        for name in names:
            try:
                load(name)
            except VanbanError as error:
                yield str(error)


def public_names(plugin: Plugin) -> Iterator[str]:
    """It imports nothing of vanban but public names."""
    for folder in plugin.folders:
        for found in imports.private(folder):
            yield _("{found} không phải tên công khai của vanban").format(found=found)


def rule_ids(plugin: Plugin) -> Iterator[str]:
    """Its rules have ids of a family of their own."""
    taken = {_family(r.id) for r in plugin.registry.rules if r.origin == BUILT_IN}
    for rule in plugin.rules:
        family = _family(rule.id)
        if not family:
            yield _("{id}: mã quy tắc cần dạng HỌ-001, ví dụ TINH-001").format(id=rule.id)
        elif family in taken:
            yield _("{id}: họ {family} là của vanban").format(id=rule.id, family=family)


def _family(rule: str) -> str:
    found = _ID.fullmatch(rule)
    return found["family"] if found else ""


def basis(plugin: Plugin) -> Iterator[str]:
    """Types and rules tell what they are based on."""
    for rule in plugin.rules:
        if not rule.basis:
            yield _("{id}: thiếu can_cu").format(id=rule.id)


def pages(plugin: Plugin) -> Iterator[str]:
    """Each rule explains itself, and its examples are what they say."""
    for rule in plugin.rules:
        told = page(rule)
        if not (told.why and told.remedy and told.wrong and told.right):
            yield _("{id}: thiếu vi_sao, cach_sua, vi_du_sai hoặc vi_du_dung").format(id=rule.id)
            continue
        yield from _example(plugin, rule, told.wrong, passes=False)
        yield from _example(plugin, rule, told.right, passes=True)


def _example(plugin: Plugin, rule: Rule, source: Example, *, passes: bool) -> Iterator[str]:
    data: dict[str, Any] = {"source": source}
    name = "vi_du_dung" if passes else "vi_du_sai"
    try:
        found = Case(rule.id, name, passes, data).findings(plugin.registry)
    except (VanbanError, AssertionError) as error:
        yield f"{rule.id}: {name}: {error}"
        return
    if passes and found:
        yield _("{id}: vi_du_dung bị bắt lỗi: {message}").format(
            id=rule.id, message=found[0].message
        )
    elif not passes and not found:
        yield _("{id}: vi_du_sai không bị bắt lỗi").format(id=rule.id)


def cases(plugin: Plugin) -> Iterator[str]:
    """Each rule has a case that passes and one that fails, and does what they say."""
    known = _cases(plugin)
    for rule in plugin.rules:
        own = [case for case in known if case.rule == rule.id]
        if {case.passes for case in own} != {True, False}:
            yield _("{id}: cần ít nhất một ca pass và một ca fail trong {folder}/{id}.yaml").format(
                id=rule.id, folder=CASES
            )
        for case in own:
            try:
                case.run(plugin.registry)
            except (VanbanError, AssertionError) as error:
                yield str(error)


def _cases(plugin: Plugin) -> list[Case]:
    folders: dict[Path, None] = {}
    for rule in plugin.rules:
        if rule.source:
            folders[rule.source.parent / CASES] = None
    return [case for folder in folders if folder.is_dir() for case in load_folder(folder)]


def odd_documents(plugin: Plugin) -> Iterator[str]:
    """Its rules survive odd documents, and come to an end."""
    yield from odd.faults(plugin.name, [rule.id for rule in plugin.rules])


def templates(plugin: Plugin) -> Iterator[str]:
    """Its templates can be used, and print what their types require."""
    known = plugin.registry
    for name in plugin.own(known.templates):
        path = known.templates.get(name).value
        slug = name.partition("/")[2]
        try:
            found = api.check_template(path, slug if slug in known.types else None, registry=known)
        except VanbanError as error:
            yield str(error)
            continue
        yield from (f"{f.place}: {f.message}" for f in found if f.severity is Severity.ERROR)


def skeletons(plugin: Plugin) -> Iterator[str]:
    """What ``vanban new`` writes of each type is read, checked and rendered without a fault."""
    for slug in plugin.types:
        try:
            source = api.skeleton(slug, registry=plugin.registry).encode()
            reading = api.read(
                f"{slug}.yaml", data=source, use_profile=False, registry=plugin.registry
            )
            report = api.check(reading, registry=plugin.registry)
            api.render(reading, registry=plugin.registry)
        except VanbanError as error:
            yield f"{slug}: {error}"
            continue
        for finding in report.findings:
            if finding.severity is not Severity.INFO:
                yield f"{slug}: {finding.place}: {finding.rule} {finding.message}"


def picklable(plugin: Plugin) -> Iterator[str]:
    """What batches send between processes can be sent."""
    for slug in plugin.types:
        source = api.skeleton(slug, registry=plugin.registry).encode()
        reading = api.read(f"{slug}.yaml", data=source, use_profile=False, registry=plugin.registry)
        report = api.check(reading, registry=plugin.registry)
        entry = api.entry_of(reading, registry=plugin.registry)
        try:
            pickle.loads(pickle.dumps((reading.doc, report, entry)))
        except Exception as error:  # whatever a plugin's value raises when it is sent
            yield f"{slug}: {type(error).__name__}: {error}"


CHECKS = (
    answers, targets, public_names, rule_ids, basis, pages, cases, odd_documents, templates,
    skeletons, picklable,
)  # fmt: skip


def title(check: Check) -> str:
    """What a check proves, in the language in force."""
    titles: Mapping[Check, str] = {
        answers: _("Các điểm mở rộng trả lời đúng"),
        targets: _("Hàm được nêu tên có thật"),
        public_names: _("Chỉ dùng tên công khai của vanban"),
        rule_ids: _("Mã quy tắc có họ riêng"),
        basis: _("Quy tắc có căn cứ"),
        pages: _("Quy tắc có trang giải thích, ví dụ chạy đúng"),
        cases: _("Quy tắc có ca thử, chạy đúng"),
        odd_documents: _("Quy tắc chịu được văn bản lạ"),
        templates: _("Mẫu Word dùng được"),
        skeletons: _("Khung «vanban new» sạch và in được"),
        picklable: _("Chạy hàng loạt được"),
    }
    return titles[check]


def conformance(name: str) -> Callable[[Check], None]:
    """The checks as tests of pytest: one line in a plugin's test file.

    Example::

        test_the_plugin_is_in_order = conformance("vanban-vidu")

    Args:
        name: the name of the distribution, which must be installed (``pip install -e .``).
    """
    import pytest

    plugin = cache(lambda: find(name))

    @pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
    def test(check: Check) -> None:
        faults = list(check(plugin()))
        assert not faults, "\n".join(faults)

    return test
