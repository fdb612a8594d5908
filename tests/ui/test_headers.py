"""What a page may load and do."""

from __future__ import annotations

from wizard.ui import headers


def test_the_scripts_of_the_shell_are_allowed_and_no_others() -> None:
    shell = "<script>\n  let a = 1\n</script><script type=module src=./a.js></script><script>b()</script>"
    assert headers.policy(shell) == (
        "default-src 'self'; "
        "script-src 'self' blob: 'wasm-unsafe-eval' 'sha256-Cx4O+IadEsAjQ8qwm6BS4yBJmS8VtjUrAgabyTk27KQ=' "
        "'sha256-cf242PFc/kb7xD0Qzhsmd9vvRkc+cWFmbi+k+YvtdKc='; "
        "style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data: blob:; object-src 'none'; "
        "base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
    )


def test_the_shell_there_is_has_one_script_of_its_own() -> None:
    assert dict(headers.safe())[b"content-security-policy"].count(b"'sha256-") == 1
