"""Rules on Kính gửi and Nơi nhận."""
