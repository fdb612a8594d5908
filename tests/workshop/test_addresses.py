"""Which address is offered to phones, on laptops and on hosted installations."""

from __future__ import annotations

from itertools import pairwise

import pytest

from wizard.i18n.translator import translator
from wizard.workshop.__main__ import EVERYWHERE, command
from wizard.workshop.addresses import (
    Card,
    Reach,
    Server,
    is_home,
    names_to_allow,
    network_cards,
    ordered,
    public_address,
    reach,
)
from wizard.workshop.firewall import firewall_help

LOOP, WIFI, CABLE = Card("lo", "127.0.0.1"), Card("wlp2s0", "192.168.1.7"), Card("eth0", "10.0.0.5")
DOCKER, VPN, LOST = Card("docker0", "172.17.0.1"), Card("tun0", "10.8.0.2"), Card("eth1", "169.254.7.7")
CARDS = (LOOP, DOCKER, VPN, LOST, CABLE, WIFI, CABLE)
OPEN = Server(listens=EVERYWHERE)


def test_the_likeliest_address_comes_first_and_this_machine_s_own_never() -> None:
    assert ordered(CARDS) == (WIFI, CABLE, DOCKER, VPN)


@pytest.mark.parametrize(
    ("name", "likelier"),
    [
        ("Hyper-V Virtual Ethernet Adapter", False),
        ("vEthernet (WSL)", False),
        ("VirtualBox Host-Only Network", False),
        ("utun3", False),
        ("lo", False),
        ("lo0", False),
        ("wg0", False),
        ("br-1a2b3c", False),
        ("Intel(R) Wi-Fi 6 AX201 160MHz", True),
        ("en0", True),
    ],
)
def test_cards_are_known_by_the_names_systems_give_them(name: str, likelier: bool) -> None:
    card = Card(name, "192.168.9.9")
    assert (ordered((CABLE, card))[0] == card) is likelier


@pytest.mark.parametrize(
    ("called", "server", "offered"),
    [
        ("localhost:8501", OPEN, Reach(("http://192.168.1.7:8501", "http://10.0.0.5:8501"))),
        ("127.0.0.1:8600", Server("", port=8600), Reach(("http://192.168.1.7:8600", "http://10.0.0.5:8600"))),
        ("[::1]:8501", Server("10.0.0.5"), Reach(("http://10.0.0.5:8501",))),
        ("localhost:8501", Server("127.0.0.1"), Reach(trouble="workshop.address.only_here")),
        ("localhost:8501", Server("localhost"), Reach(trouble="workshop.address.only_here")),
        ("localhost", Server(EVERYWHERE, hosts=("localhost", "10.0.0.5")), Reach(("http://10.0.0.5:8501",))),
        ("localhost", Server(EVERYWHERE, hosts=("localhost", "10.9.9.9")), Reach(trouble="workshop.address.moved")),
        ("localhost", Server(EVERYWHERE, hosts=("*",)), Reach(("http://192.168.1.7:8501", "http://10.0.0.5:8501"))),
        ("192.168.1.7:8501", OPEN, Reach(("http://192.168.1.7:8501",))),
        ("LAPTOP.local:8501", OPEN, Reach(("http://laptop.local:8501",))),
        ("funnels.example.com", Server("127.0.0.1"), Reach(("http://funnels.example.com",), hosted=True)),
        (
            "localhost:8501",
            Server("127.0.0.1", named="funnels.example.com:8080"),
            Reach(("http://funnels.example.com:8080",), hosted=True),
        ),
        ("localhost:8501", Server("127.0.0.1", named="localhost"), Reach(trouble="workshop.address.only_here")),
        (
            "localhost:8501",
            Server("127.0.0.1", public="https://funnels.example.com/"),
            Reach(("https://funnels.example.com",), hosted=True),
        ),
    ],
)
def test_phones_are_offered_what_they_can_reach(called: str, server: Server, offered: Reach) -> None:
    assert reach(called, server, cards=(LOOP, CABLE, WIFI)) == offered


def test_a_public_address_is_offered_as_it_was_called() -> None:
    asked = reach("funnels.example.com", Server(EVERYWHERE), scheme="https", cards=())
    assert asked == Reach(("https://funnels.example.com",), hosted=True)


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("", ""),
        (" https://Funnels.example.com/ ", "https://funnels.example.com"),
        ("funnels.example.com:8443", "https://funnels.example.com:8443"),
        ("http://10.0.0.5", "http://10.0.0.5"),
        ("javascript://x", ""),
        ("https://a b", ""),
        ("https://name/path", ""),
    ],
)
def test_an_operator_names_the_public_address(written: str, address: str) -> None:
    assert public_address({"VORONKA_ADDRESS": written}) == address
    assert public_address({}) == ""


def test_without_a_network_there_is_nothing_to_offer() -> None:
    assert reach("localhost", OPEN, cards=(LOOP, LOST)) == Reach(trouble="workshop.address.no_network")


@pytest.mark.parametrize("nonsense", ["", "[", "http://[::1", " ", "localhost:port"])
def test_a_strange_name_of_the_server_offers_the_network(nonsense: str) -> None:
    assert reach(nonsense, OPEN, cards=(CABLE,)).addresses == ("http://10.0.0.5:8501",)


def test_this_very_machine_has_itself() -> None:
    assert "127.0.0.1" in [card.ip for card in network_cards()]
    assert [is_home(name) for name in ("app.localhost", "127.9.9.9", EVERYWHERE, "10.0.0.5")] == [
        True,
        True,
        True,
        False,
    ]


def test_a_server_for_a_room_listens_to_all_and_is_called_by_its_own_names_only() -> None:
    started = command(CARDS, port="8600")
    allowed = [name for flag, name in pairwise(started) if flag == "--server.allowedHosts"]
    assert allowed == list(names_to_allow(CARDS))
    assert {"localhost", "127.0.0.1", "192.168.1.7", "10.0.0.5"} <= set(allowed)
    assert not {"*", "169.254.7.7"} & set(allowed)
    assert ("--server.address", EVERYWHERE) in pairwise(started)
    assert ("--server.port", "8600") in pairwise(started)


@pytest.mark.parametrize("system", ["Windows", "Darwin", "Linux", "Plan 9"])
def test_help_with_a_firewall_is_there_for_each_system(system: str) -> None:
    keys = firewall_help(system)
    assert len(keys) == 1 + (system != "Plan 9")
    assert all(translator("ru").has(key) for key in keys)
    assert "8600" in translator("ru")("workshop.firewall.linux", port=8600)
