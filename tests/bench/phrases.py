"""Phrases that complaints of a made-up bakery are put together from; all written for this bench."""

import random


def _list(text: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in text.split(","))


FIRST = _list(
    "Dana, Marcus, Ana, Tom, Priya, Joel, Mei, Lars, Sofia, Greg, Irene, Omar, Zoë, Björn, Aoife, Łukasz, Nadia, "
    "Pedro, Ruth, Hugo, Ines, Kofi, Leila, Milan, Nora, Otis, Petra, Quinn, Rosalind, Samir, Tove, Ursula, Viktor, "
    "Wanda, Xenia, Yusuf, Agnes, Bruno, Clara, Dmitri, Elsa, Farid, Greta, Hanne, Ivo, Jasmin, Kerem, Lotte, Maude, "
    "Nils "
)
LAST = _list(
    "Whitfield, Oyelaran, Lucero, Becker, Raman, Hart, Tanaka, Nygaard, Marques, Dunn, Walsh, Haddad, Müller, "
    "Søndergaard, Ó, Briain, Kowalski, Petrov, Almeida, Stone, Lindqvist, Ferreira, Mensah, Nouri, Novak, Eriksen, "
    "Blake, Vogel, Ashworth, Pemberton, Qureshi, Dahl, Brandt, Sokolov, Wright, Papadaki, Yilmaz, Hoffmann, "
    "Castellani, Moreau, Ivanova, Ozturk, Bergstrom, Abbott, Janssen, Carey, Duarte, Fontaine, Granger, Holloway, "
    "Iversen "
)
STREETS = _list(
    "Mill Lane, High Street, Station Road, Church Row, Market Square, Canal Street, Orchard Way, Harbour Steps "
)
TOWNS = _list("Elmsford, Northwick, Dunmere, Castlebay, Oakhurst, Brightwater ")

WHEN = (
    "Last Saturday morning",
    "On the day of the party",
    "Yesterday just before closing",
    "This morning on my way to work",
    "On Thursday at the counter",
    "Two weeks ago, and again today",
    "At my mother's seventieth birthday",
    "For the christening on Sunday",
    "When my husband came to collect it",
    "In the middle of the school fair",
)
THING = {
    "wrong_order": (
        "the birthday cake",
        "the order of forty rolls",
        "the name on the icing",
        "the lemon tart I asked for",
    ),
    "late": ("the wedding cake", "the breakfast platter", "the delivery to our office", "the two trays of pastries"),
    "quality": ("the sourdough", "the croissants", "the almond slice", "the rye loaf with caraway"),
    "attitude": ("the young man at the till", "the lady who served us", "whoever answered the phone", "your driver"),
    "billing": ("the card payment", "the invoice for the buffet", "the deposit on the cake", "the price on the shelf"),
    "cleanliness": ("the table by the window", "the tongs at the bread shelf", "the cup I was given", "the wash room"),
    "safety": ("the nut note on my order", "the gluten-free sponge", "the label on the brownies", "the bun for my son"),
    "no_answer": ("my letter", "my third message", "the phone all Thursday", "the form on the counter"),
    "delivery": ("the van", "the box on the doorstep", "the parcel for my neighbour", "the tray left in the rain"),
    "broken_promise": ("the voucher you promised", "the new cake for Sunday", "the call back", "the refund"),
}
WENT = {
    "wrong_order": (
        "had somebody else's name on it",
        "was for a different family",
        "came with cream although I said no",
    ),
    "late": (
        "came two hours after the guests",
        "was not ready when I stood there",
        "turned up when the meeting was over",
    ),
    "quality": (
        "was burnt on the bottom, twice",
        "was stale by the time I cut it",
        "was raw in the middle and fell apart",
    ),
    "attitude": ("sighed at me and turned away", "told me to come back another day", "laughed when I asked for a bag"),
    "billing": ("was taken twice from my account", "was eleven more than what we agreed", "did not match the receipt"),
    "cleanliness": ("was sticky and full of crumbs", "had lipstick on it", "had not been wiped for hours"),
    "safety": ("was ignored and we ended at the doctor", "had hazelnuts in it all the same", "was on the wrong box"),
    "no_answer": (
        "was never answered by anybody",
        "rang and rang and nobody picked up",
        "is still waiting after nine days",
    ),
    "delivery": ("blocked our gate for an hour", "was crushed on one corner", "went to number 14 instead of 41"),
    "broken_promise": ("never came and nobody told me", "was forgotten again", "was only words, it seems"),
}
AROUND = (
    "Everybody at the table saw it and I did not know where to look.",
    "I had ordered it six weeks before and confirmed it twice by phone.",
    "My daughter cried, and she is not a child who cries easily.",
    "I have been coming to you since the shop was on the other corner.",
    "Nobody said a word of regret, they only looked at the clock.",
    "We had to run to the petrol station and buy whatever they had left.",
    "I showed them the slip and was told that it must be my own mistake.",
    "My boss was there with two clients, which made it worse.",
    "The lady behind me in the queue said the same had happened to her.",
    "I waited twenty-five minutes, and three people were served before me.",
)
RARE = (
    "It was meant for the regatta supper.",
    "The marzipan swan had lost its head.",
    "We are a choir of sixty.",
    "My aunt came all the way from Reykjavik.",
    "It stood beside the accordion on the stage.",
    "The notary was kept waiting.",
    "Even the beekeeper noticed.",
    "It was the last wish of my grandfather.",
)
FEELING = (
    "I am disappointed, to say it kindly.",
    "I am furious and I want you to know it.",
    "I felt like a nuisance in my own favourite shop.",
    "It spoilt the whole evening for us.",
    "I will think twice before I come again.",
    "I do not want to be difficult, but this cannot be right.",
)
WANTS = (
    "A new one by Sunday, as it was ordered",
    "My money back, and no discussion",
    "Somebody who says sorry",
    "That it does not happen to the next person",
    "A call from the owner",
    "The difference paid back to my card",
)
FACTS = (
    "The slip was copied by hand and the second line was left out.",
    "Two people were ill and the oven was opened late.",
    "The driver had eleven stops and took the list from the day before.",
    "The till was closed and opened again between the two payments.",
    "The note was on the paper but not on the box.",
)
SUPPLIERS = ("", "", "", "Hillside Mill", "Brook Dairy", "Two Wheels Couriers", "")
SORRY = (
    "I am sorry about what happened. It was our mistake, and I own it. I will bring you a new one myself.",
    "I am sorry. You ordered in good time and we let you down. Your money goes back today.",
    "Thank you for telling me. I am sorry that you were spoken to like that, and it will not happen again.",
)
BROKE = (
    "Nobody reads the name back before the call ends",
    "Allergy notes are written on paper and not on the box",
    "The delivery list of the day before stays in the van",
    "The oven has no timer for the second batch",
    "The phone is not answered between two and four",
    "Two tills book the same card when the line drops",
    "Nobody wipes the tables while the queue is long",
    "Orders over forty pieces have no second pair of eyes",
)
PLAN = (
    "Read it back letter by letter and tick the slip",
    "A red sticker goes on the box before it is closed",
    "The list is printed anew at six and the old one thrown away",
    "Set two timers, one for each batch",
    "The phone goes with whoever is in the back room",
)
FOLLOWED = (
    "She said it tasted better than the first one would have.",
    "He was surprised that anybody called.",
    "Fine now, they will order the Easter cake from us.",
    "Still cross, but friendly.",
    "They thanked us twice.",
)


def person(dice: random.Random) -> str:
    return f"{dice.choice(FIRST)} {dice.choice(LAST)}"


def complaint(dice: random.Random, about: str) -> str:
    """About forty words; one in fifty has a sentence that few others have."""
    thing, went = dice.choice(THING[about]), dice.choice(WENT[about])
    first, second = dice.sample(AROUND, 2)
    lines = [f"{thing[0].upper()}{thing[1:]} {went}.", f"{dice.choice(WHEN)}.", first]
    if dice.random() < 0.02:
        lines.append(dice.choice(RARE))
    lines += [second, dice.choice(FEELING)]
    return " ".join(lines)
