"""The kinds of shop by the names that the owner reads."""

from PySide6.QtCore import QCoreApplication

from app.domain.terms import ShopKind


def kind_words() -> list[tuple[ShopKind, str]]:
    tr = QCoreApplication.translate
    return [
        (ShopKind.BAKERY, tr("kinds", "Bakery or café")),
        (ShopKind.RESTAURANT, tr("kinds", "Restaurant")),
        (ShopKind.SALON, tr("kinds", "Salon")),
        (ShopKind.GARAGE, tr("kinds", "Garage")),
        (ShopKind.HOTEL, tr("kinds", "Hotel")),
        (ShopKind.SHOP, tr("kinds", "Shop")),
        (ShopKind.TRADES, tr("kinds", "Trades")),
        (ShopKind.OTHER, tr("kinds", "Something else")),
    ]
