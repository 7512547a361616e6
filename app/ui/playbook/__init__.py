"""House rules: the page that keeps them."""
