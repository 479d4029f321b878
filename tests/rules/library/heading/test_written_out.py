import pytest

from vanban.rules.library.heading.written_out import in_full


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("UBND xã Long Hồ", "Ủy ban nhân dân xã Long Hồ"),
        ("HĐND, UBND TP. Huế", "Hội đồng nhân dân, Ủy ban nhân dân thành phố Huế"),
        ("UBND Tp.HCM", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("Sở VHTT&DL", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Phòng GD & ĐT", "Phòng Giáo dục và Đào tạo"),
    ],
)
def test_abbreviations_are_written_out_each_in_its_forms(name: str, full: str) -> None:
    assert in_full(name) == full


@pytest.mark.parametrize("name", ["Sở Nội vụ", "Công ty TNHH ABC", "Trường THPT Tp"])
def test_other_names_stay_as_they_are(name: str) -> None:
    assert in_full(name) == name
