"""Counting how often a picture is encoded."""

from dataclasses import dataclass, field

import pytest
from wagtail.images.models import AbstractImage


@dataclass
class EncodingCounter:
    """The specs encoded so far, in order. `clear()` starts again."""

    specs: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.specs)

    def clear(self) -> None:
        self.specs.clear()

    @classmethod
    def install(cls, monkeypatch: pytest.MonkeyPatch) -> "EncodingCounter":
        """Listen at the one method of Wagtail's images that every encoding passes."""
        counter = cls()
        original = AbstractImage.generate_rendition_file

        def counted(image, filter, *args, **kwargs):
            counter.specs.append(filter.spec)
            return original(image, filter, *args, **kwargs)

        monkeypatch.setattr(AbstractImage, "generate_rendition_file", counted)
        return counter
