"""Rules on Kính gửi, Nơi nhận and the Lưu line."""
