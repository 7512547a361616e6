"""Documents to try the printing with, and what a reader of PDF files finds in them."""

from pathlib import Path

import pypdfium2

from app.printing.blocks import Beside, Document, Heading, Labelled, Lines, NewPage, Ruled, Signatures

TALK = Document(
    title="Team sheet",
    shop="Rosa’s Bakery",
    blocks=(
        Heading(text="For the team talk", note="What happened, and what we do from now on."),
        Lines(label="What happened", entries=("2 Nov: the wrong name", "5 Nov: a flat office of fine fish")),
        Labelled(label="Where it broke", text="The name was never read back.\n\nNot once."),
        Lines(label="Why", entries=("It was misheard.", "Nobody asked."), numbered=True),
        Beside(parts=(Labelled(label="Who sees to it", text="Tom"), Ruled(label="By when", lines=1))),
        Signatures(label="Signatures", names=("Rosa", "Tom"), empty=2),
        NewPage(),
        Heading(text="Notes"),
        Ruled(label="To write on", lines=4),
    ),
)


def pdf_pages(path: Path) -> list[str]:
    """The words of every page."""
    document = pypdfium2.PdfDocument(path)
    try:
        # One letter of the serif serves two characters; the PDF names the other one.
        return [str(page.get_textpage().get_text_bounded()).replace("ʼ", "’") for page in document]
    finally:
        document.close()


def pdf_sizes(path: Path) -> list[tuple[float, float]]:
    """The size of every page in millimetres."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [(page.get_width() * 25.4 / 72, page.get_height() * 25.4 / 72) for page in document]
    finally:
        document.close()
