"""The kinds of shop by the names that the owner reads."""

from PySide6.QtCore import QCoreApplication

from app.domain.terms import ShopKind


def kind_words() -> list[tuple[ShopKind, str]]:
    tr = QCoreApplication.translate
    return [
        (ShopKind.BAKERY, tr("shop_kinds", "Bakery or café")),
        (ShopKind.RESTAURANT, tr("shop_kinds", "Restaurant")),
        (ShopKind.SALON, tr("shop_kinds", "Salon")),
        (ShopKind.GARAGE, tr("shop_kinds", "Garage")),
        (ShopKind.HOTEL, tr("shop_kinds", "Hotel")),
        (ShopKind.SHOP, tr("shop_kinds", "Shop")),
        (ShopKind.TRADES, tr("shop_kinds", "Trades")),
        (ShopKind.OTHER, tr("shop_kinds", "Something else")),
    ]
