"""nginx before two replicas: who is sent where, what passes, what does not."""

from __future__ import annotations

import pytest

from tests.deploy.asking import COOKIE, Answer, ask, websocket
from tests.deploy.replicas import Pair

pytestmark = pytest.mark.nginx

BLOCKED = ("/_stcore/metrics", "/_stcore/agent/openapi.json")
DISGUISED = ("//_stcore/metrics", "/_stcore/./metrics", "/x/../_stcore/metrics", "/%5Fstcore/metrics")
MEGABYTE = 1024 * 1024


def _with(cookie: str) -> dict[str, str]:
    return {"Cookie": cookie}


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/_stcore/health"])
def test_the_app_is_healthy_through_nginx(shared: Pair, path: str) -> None:
    answer = ask(shared.address, path)
    assert (answer.status, answer.body) == (200, b"ok")


def test_the_cookie_is_for_nginx_alone_and_given_once(shared: Pair) -> None:
    first = ask(shared.address, "/")
    [given] = first.all("set-cookie")
    assert given.partition(";")[2] == " Path=/; HttpOnly; SameSite=Lax"
    assert ask(shared.address, "/", headers=_with(first.cookie)).all("set-cookie") == []


def test_a_browser_stays_with_its_replica(shared: Pair) -> None:
    cookie = ask(shared.address, "/").cookie
    for _ in range(20):
        ask(shared.address, "/one-browser", headers=_with(cookie))
    used = [line.replicas for line in shared.lines("/one-browser", at_least=20)]
    assert len(used) == 20
    assert len(set(used)) == 1
    assert len(used[0]) == 1


def test_browsers_are_shared_out_between_the_replicas(shared: Pair) -> None:
    cookies = {ask(shared.address, "/many-browsers").cookie for _ in range(40)}
    assert len(cookies) == 40
    used = [port for line in shared.lines("/many-browsers", at_least=40) for port in line.replicas]
    assert len(used) == 40
    assert set(used) == {replica.port for replica in shared.replicas}
    assert min(used.count(port) for port in set(used)) >= 6  # fewer come up less than once in 100,000 times


@pytest.mark.parametrize("path", [*BLOCKED, *DISGUISED, "/_stcore/agent/interact", "/_stcore/agent"])
def test_what_streamlit_tells_anybody_does_not_pass(shared: Pair, path: str) -> None:
    answer = ask(shared.address, path)
    assert (answer.status, answer.is_nginx_s_own) == (404, True)


@pytest.mark.parametrize("path", BLOCKED)
def test_without_nginx_it_would_be_told(shared: Pair, path: str) -> None:
    assert ask(shared.replicas[0].address, path).status == 200


def _named(answer: Answer, names: tuple[str, ...]) -> dict[str, list[str]]:
    return {name: answer.all(name) for name in names}


def test_the_app_s_headers_pass_as_they_are_and_once(shared: Pair) -> None:
    direct, passed = ask(shared.replicas[0].address, "/"), ask(shared.address, "/")
    names = tuple(sorted({name for name, _ in direct.headers} - {"server", "date", "connection", "content-length"}))
    assert {"referrer-policy", "x-content-type-options", "cache-control"} <= set(names)
    assert _named(passed, names) == _named(direct, names)
    assert all(len(values) == 1 for values in _named(passed, names).values())


def test_nginx_does_not_say_its_version(shared: Pair) -> None:
    assert ask(shared.address, "/").all("server") == ["nginx"]


def _script(pair: Pair) -> str:
    page = ask(pair.address, "/").body.decode()
    return "/static/js/" + page.partition("static/js/")[2].partition('"')[0]


def test_a_static_file_is_compressed_and_fetched_from_a_replica_once(shared: Pair) -> None:
    path, headers = _script(shared), {"Accept-Encoding": "gzip"}
    answers = [ask(shared.address, path, headers=headers) for _ in range(4)]  # no cookie: one copy serves all
    assert [len(line.replicas) for line in shared.lines(path, at_least=4)].count(0) >= 3
    for answer in answers:
        assert answer.all("content-encoding") == ["gzip"]
        assert answer.all("cache-control") == ["public, immutable, max-age=31536000"]


def test_the_page_itself_is_compressed_but_asked_for_each_time(shared: Pair) -> None:
    answer = ask(shared.address, "/", headers={"Accept-Encoding": "gzip"})
    assert (answer.all("content-encoding"), answer.all("cache-control")) == (["gzip"], ["no-cache"])


@pytest.mark.parametrize(("megabytes", "passes"), [(20, True), (22, False)])
def test_uploads_pass_up_to_the_app_s_own_limit(shared: Pair, megabytes: int, *, passes: bool) -> None:
    path = f"/_stcore/upload_file/session/{megabytes}"
    answer = ask(shared.address, path, method="PUT", body=b"x" * (megabytes * MEGABYTE))
    assert bool(shared.lines(path)[0].replicas) is passes
    assert (answer.status == 413) is not passes


def test_nothing_else_may_have_a_body(shared: Pair) -> None:
    assert ask(shared.address, "/stages", method="PUT", body=b"x" * 2_000).status == 413


def test_refused_uploads_do_not_cut_off_others(shared: Pair) -> None:
    for name in range(4):
        ask(shared.address, f"/_stcore/upload_file/session/{name}", method="PUT", body=b"x" * (20 * MEGABYTE))
    answers = [ask(shared.address, "/others") for _ in range(10)]
    assert [answer.status for answer in answers] == [200] * 10
    assert {line.replicas for line in shared.lines("/others", at_least=10)} == {(r.port,) for r in shared.replicas}


def test_a_page_of_this_address_may_open_the_socket(shared: Pair) -> None:
    answer = ask(shared.address, "/_stcore/stream", headers=websocket(shared.address))
    assert (answer.status, answer.all("upgrade")) == (101, ["websocket"])


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1.evil.example"])
def test_a_page_of_another_address_may_not_and_no_replica_is_asked(shared: Pair, origin: str) -> None:
    answer = ask(shared.address, "/_stcore/stream", headers=websocket(origin))
    assert (answer.status, answer.is_nginx_s_own) == (403, True)


def test_a_host_that_is_not_allowed_gets_no_socket(shared: Pair) -> None:
    headers = {**websocket("http://voronka.example"), "Host": "voronka.example"}
    answer = ask(shared.address, "/_stcore/stream", headers=headers)
    assert (answer.status, answer.is_nginx_s_own) == (403, False)


def test_any_cookie_will_do(shared: Pair) -> None:
    assert ask(shared.address, "/", headers=_with(f"{COOKIE}=nonsense")).status == 200
