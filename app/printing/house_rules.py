"""The shop's house rules on paper, by the step that each belongs to."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.playbook import Rule
from app.domain.terms import Step
from app.printing.blocks import Block, Document, Heading, Labelled, Lines


def house_rules(rules: Sequence[Rule], steps: Mapping[Step, str], shop_name: str) -> Document:
    """All rules in the order of the steps, those of no step last; `steps` says what each step is called."""
    blocks: list[Block] = [Heading(text=_tr("House rules"), note=_tr("How we do it here when somebody is unhappy."))]
    ordered = sorted(rules, key=lambda rule: rule.position)
    for step in (*Step, None):
        entries = tuple(rule.text for rule in ordered if rule.step is step and rule.text.strip())
        if entries:
            blocks.append(Heading(text=steps[step] if step else _tr("In general"), small=True))
            blocks.append(Lines(entries=entries))
    if len(blocks) == 1:
        blocks.append(Labelled(label="", text=_tr("There are no house rules yet.")))
    return Document(title=_tr("House rules"), shop=shop_name, blocks=tuple(blocks))


def _tr(text: str) -> str:
    return QCoreApplication.translate("paper", text)
