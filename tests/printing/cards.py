"""Cards to try the printing with: the one of the mockup, and a real letter that is long."""

from app.domain.card import Card, CardKind, CardLook, CardSize

SHORT = """\
Dear Dana,

I am sorry that your cake carried the wrong name, on a night that mattered so much to you. \
It was our mistake and I own it.

A new cake comes to your mother’s door on Sunday at noon, and I will bring it myself.

Rosa"""

LONG = """\
Dear Mr. and Mrs. Ashgrove-Tillotson,

when your daughter’s wedding cake reached the hall on Saturday it carried the wrong name and stood twenty \
minutes in the sun. You had ordered it four months before, and you had checked the spelling with me twice. \
I am truly sorry. The mistake was made at my table, by me, and nobody else has to answer for it.

You told me that your mother cried when the box was opened. I have thought of little else since. No new cake \
brings that moment back, and I will not pretend it does.

This is what I will do. The whole price went back to your card this morning. On the 14th, when the family \
meets again, I bring the cake as it should have been — lemon, three tiers, “Marianne & Tom” — to your door.

Thank you for telling me to my face.

Rosa Bellini"""

CARD = Card(
    kind=CardKind.APOLOGY,
    size=CardSize.A6_FOLDED,
    look=CardLook.HANDWRITTEN,
    heading="I am sorry",
    text=SHORT,
    shop_name="Rosa’s Bakery",
    shop_address="14 Mill Lane",
    shop_phone="555 0142",
)
