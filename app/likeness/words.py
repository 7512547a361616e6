"""Picks out of a text the words by which it may be found, misspelt ones put right as well."""

import re
from collections.abc import Iterator

from app.domain.fold import fold
from app.likeness.meaning import Meaning
from app.likeness.pieces import LONGEST

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_ENDS = frozenset(".!?:\n\"“”'‘’(-–—")
# Words that say nothing of what went wrong; with what is left of them where the apostrophe was not typed.
_STOP = frozenset(
    re.findall(
        r"\S+",
        """
        a about above after again against all almost along already also although always am among an and another any
        anybody anyone anything are around as at away back be became because been before being below between both
        but by came can cannot come comes coming could did do does doing done down during each either else even ever
        every everybody everyone everything few first for from further get gets getting give given go goes going
        gone got had has have having he hello her here hers herself hi him himself his how however i if in indeed
        into is it its itself just keep kept know last least less let like made make many may maybe me might mine
        more most much must my myself neither never next no nobody none nor not nothing now of off often on once one
        only onto or other others our ours ourselves out over own perhaps put quite rather really said same say
        saying says see seen shall she should since so some somebody someone something still such take taken than
        that the their theirs them themselves then there these they thing things think this those though through
        till to told too took toward towards two under until up upon us use used very want wanted was we well went
        were what when where whether which while who whole whom whose why will with within without would yes yet you
        your yours yourself yourselves im ive id ill youre youve youd youll hes shes weve wed were theyre theyve
        theyd theyll thats theres whats wheres isnt arent wasnt werent dont doesnt didnt cant couldnt wont wouldnt
        shouldnt hasnt havent hadnt mustnt neednt aint lets i'm i've i'd i'll you're you've you'd you'll he's he'd
        he'll she's she'd she'll it's it'd it'll we're we've we'd we'll they're they've they'd they'll that's that'd
        there's here's what's who's where's isn't aren't wasn't weren't don't doesn't didn't can't couldn't won't
        wouldn't shouldn't hasn't haven't hadn't mustn't needn't ain't let's dear mr mrs ms sir madam please thank
        thanks regards
        """,
    )
)


def _is_name(text: str, start: int, word: str) -> bool:
    """A capital where no sentence begins; a text all in capitals shows no names."""
    if not word[0].isupper() or word[1:].isupper():
        return False
    before = text[:start].rstrip(" ")
    return bool(before) and before[-1] not in _SENTENCE_ENDS


def _parts(word: str) -> Iterator[str]:
    """The folded `word`, without a possessive ending, in two where an apostrophe joins more than that."""
    if "'" not in word:
        yield word
        return
    yield from word.removesuffix("'s").split("'")


def terms(text: str, meaning: Meaning) -> list[str]:
    """The words of `text` to index and to ask with, folded, in order, repeats kept; stop words are left out.

    After a word of four letters or more that is not known follows the likeliest known word one slip away, if there is
    one; not after a name. The same text always gives the same terms. What lies beyond `LONGEST` characters is not read.
    """
    text = text[:LONGEST]
    found: list[str] = []
    for match in _WORD.finditer(text):
        whole = fold(match.group()).replace("’", "'")
        if whole in _STOP:
            continue
        for word in _parts(whole):
            if len(word) < 2 or word in _STOP:
                continue
            found.append(word)
            right = None if meaning.is_known(word) else meaning.put_right(word)
            if right and right not in _STOP and not _is_name(text, match.start(), match.group()):
                found.append(right)
    return found
