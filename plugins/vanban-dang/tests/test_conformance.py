"""The plugin is in order: what `vanban plugin check vanban-dang` looks at, a test each."""

from vanban.testing import conformance

test_the_plugin_is_in_order = conformance("vanban-dang")
