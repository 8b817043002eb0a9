"""What hassfest and the HACS action check of a repository, as far as files alone can tell, and our own rules.

Those two run on GitHub only (`.github/workflows/validate.yml`). These are their rules in our own words, each
test named after one.
"""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
import importlib
import json
import os
from pathlib import Path
import re
import shutil
import struct
import subprocess
from typing import Any

from awesomeversion import AwesomeVersion, AwesomeVersionStrategy
from packaging.requirements import Requirement
import pytest

from custom_components import tesla_home_energy
from custom_components.tesla_home_energy.const import DOMAIN
from custom_components.tesla_home_energy.fleet_api import FleetApiError
from custom_components.tesla_home_energy.vehicle_command import VehicleCommandError
from homeassistant import components
from homeassistant.components.brands.const import ALLOWED_IMAGES
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.service import _SERVICES_SCHEMA
from homeassistant.loader import async_get_integration
from homeassistant.setup import async_setup_component
from homeassistant.util.yaml import parse_yaml

ROOT = Path(__file__).parent.parent
INTEGRATION = Path(tesla_home_energy.__file__).parent
TRANSLATIONS = INTEGRATION / "translations"
SERVICES = INTEGRATION / "services.yaml"
ICONS = INTEGRATION / "icons.json"

# Known from hassfest's manifest.py, in home-assistant/core.
MANIFEST_KEYS = {
    *("after_dependencies", "bluetooth", "codeowners", "config_flow", "dependencies", "dhcp", "disabled"),
    *(
        "documentation",
        "domain",
        "homekit",
        "import_executor",
        "integration_type",
        "iot_class",
        "issue_tracker",
    ),
    *("loggers", "mqtt", "name", "quality_scale", "requirements", "single_config_entry", "ssdp", "usb"),
    *("version", "zeroconf"),
}
IOT_CLASSES = {"assumed_state", "calculated", "cloud_polling", "cloud_push", "local_polling", "local_push"}
INTEGRATION_TYPES = {"device", "entity", "hardware", "helper", "hub", "service", "system"}
# Known from utils/validate.py, in hacs/integration.
HACS_KEYS = {
    *("content_in_root", "country", "filename", "hacs", "hide_default_branch", "homeassistant", "name"),
    *("persistent_directory", "render_readme", "zip_release"),
}

type Json = dict[str, Any]


def load(path: Path) -> Json:
    """Read a JSON or YAML file whose top is an object."""
    text = path.read_text(encoding="utf-8")
    content = json.loads(text) if path.suffix == ".json" else parse_yaml(text)
    assert isinstance(content, dict), f"{path} is no object"
    return content


def texts(node: Json, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every text of a translation file with its keys."""
    for key, value in node.items():
        if isinstance(value, dict):
            yield from texts(value, (*path, key))
        else:
            yield (*path, key), value


def objects(node: Json) -> Iterator[Json]:
    """Yield an object and all objects in it."""
    yield node
    for value in node.values():
        if isinstance(value, dict):
            yield from objects(value)


def placeholders(text: str) -> set[str]:
    """Return the names in curly brackets."""
    return set(re.findall(r"{(\w+)}", text))


@cache
def sources() -> dict[Path, ast.Module]:
    """Parse every module of the integration, generated ones excepted."""
    return {
        path: ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(INTEGRATION.rglob("*.py"))
        if not path.name.endswith("_pb2.py")
    }


@cache
def repository_files() -> tuple[Path, ...]:
    """List the files that `.gitignore` does not leave out."""
    ignored = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").split()]
    found: list[Path] = []
    for folder, folders, names in os.walk(ROOT):
        here = Path(folder).relative_to(ROOT)

        def kept(name: str, here: Path = here) -> bool:
            place = (here / name).as_posix()
            return name != ".git" and not any(fnmatch(name, rule) or fnmatch(place, rule) for rule in ignored)

        folders[:] = filter(kept, folders)
        found += [ROOT / here / name for name in names if kept(name)]
    return tuple(found)


def repository_texts() -> Iterator[tuple[str, str]]:
    """Yield place and content of every file that is text."""
    for path in repository_files():
        try:
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            assert path.suffix in {".png", ".jpg", ".webp"}, f"{path} is neither text nor a picture"


# HACS


def test_hacs_json_has_known_keys_and_names_the_zip_that_a_release_makes() -> None:
    hacs = load(ROOT / "hacs.json")
    assert set(hacs) <= HACS_KEYS
    assert hacs["name"] == load(INTEGRATION / "manifest.json")["name"]
    assert hacs["zip_release"] is True
    assert hacs["filename"] in (ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8")


def test_hacs_json_asks_for_the_home_assistant_that_the_tests_run_on() -> None:
    pins = (ROOT / "requirements_test.txt").read_text(encoding="utf-8")
    pinned = re.search(r"^homeassistant==(\d+\.\d+)\.", pins, re.MULTILINE)
    assert pinned
    assert load(ROOT / "hacs.json")["homeassistant"] == f"{pinned[1]}.0"


def test_the_repository_holds_one_integration() -> None:
    assert [path.parent for path in ROOT.glob("custom_components/*/manifest.json")] == [INTEGRATION]


@pytest.mark.parametrize("name", ["README.md", "LICENSE"])
def test_the_repository_says_what_it_is_and_under_which_licence(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8").strip()


# manifest.json


def test_manifest_keys_are_known_complete_and_in_order() -> None:
    keys = list(load(INTEGRATION / "manifest.json"))
    assert keys == ["domain", "name", *sorted(set(keys) - {"domain", "name"})]
    assert set(keys) <= MANIFEST_KEYS
    assert set(keys) >= {
        "codeowners",
        "documentation",
        "domain",
        "iot_class",
        "issue_tracker",
        "name",
        "version",
    }


def test_manifest_values_are_what_home_assistant_takes() -> None:
    manifest = load(INTEGRATION / "manifest.json")
    assert manifest["iot_class"] in IOT_CLASSES
    assert manifest["integration_type"] in INTEGRATION_TYPES
    assert manifest["codeowners"]
    assert all(owner.startswith("@") for owner in manifest["codeowners"])
    for key in ("documentation", "issue_tracker"):
        assert manifest[key].startswith("https://")
    for requirement in manifest["requirements"]:
        assert Requirement(requirement).specifier, f"{requirement} says no version"
    strategy = AwesomeVersion(manifest["version"]).strategy
    assert strategy in {AwesomeVersionStrategy.SEMVER, AwesomeVersionStrategy.CALVER}


def test_the_domain_is_the_folder_and_not_one_of_core() -> None:
    assert load(INTEGRATION / "manifest.json")["domain"] == INTEGRATION.name == DOMAIN
    assert not (Path(components.__path__[0]) / DOMAIN).exists()


def test_a_config_flow_with_application_credentials_is_declared() -> None:
    manifest = load(INTEGRATION / "manifest.json")
    assert manifest["config_flow"] is (INTEGRATION / "config_flow.py").exists() is True
    assert "application_credentials" in manifest["dependencies"]


@pytest.mark.usefixtures("enable_custom_integrations")
async def test_home_assistant_finds_the_integration(hass: HomeAssistant) -> None:
    integration = await async_get_integration(hass, DOMAIN)
    assert integration.file_path == INTEGRATION
    assert integration.has_translations
    assert integration.has_branding
    assert integration.has_services is SERVICES.exists()


# brand/


def test_brand_pictures_have_the_names_and_sizes_that_home_assistant_serves() -> None:
    pictures = {path.name: path.read_bytes() for path in (INTEGRATION / "brand").iterdir()}
    assert "icon.png" in pictures
    assert set(pictures) <= ALLOWED_IMAGES
    for name, picture in pictures.items():
        assert picture.startswith(b"\x89PNG\r\n\x1a\n"), name
        width, height = struct.unpack(">II", picture[16:24])
        assert height == (512 if "@2x" in name else 256), name
        assert (width == height) is ("icon" in name), name


# translations/


def test_a_custom_integration_has_no_strings_json_and_no_references_to_cores_texts() -> None:
    assert not (INTEGRATION / "strings.json").exists()
    assert (TRANSLATIONS / "en.json").exists()


@pytest.mark.parametrize("path", sorted(TRANSLATIONS.glob("*.json")), ids=lambda path: path.stem)
def test_texts_are_plain(path: Path) -> None:
    for keys, text in texts(load(path)):
        where = ".".join(keys)
        assert isinstance(text, str), where
        assert text, where
        assert text == text.strip(), f"{where}: blanks at an end"
        assert "[%key:" not in text, f"{where}: a reference, which only core's build resolves"
        assert not re.search(r"https?://|www\.", text), f"{where}: an address; use a placeholder"
        assert not re.search(r"<[a-zA-Z/]", text), f"{where}: HTML"
        assert not re.search(r"'{\w+}'", text), f"{where}: quotes around a placeholder hide it"
        assert all(name.isidentifier() for name in re.findall(r"{([^}]*)}", text)), f"{where}: no placeholder"


@pytest.mark.parametrize("path", sorted(TRANSLATIONS.glob("*.json")), ids=lambda path: path.stem)
def test_keys_are_slugs_in_order(path: Path) -> None:
    for node in objects(load(path)):
        assert list(node) == sorted(node)
        assert all(re.fullmatch(r"[a-z0-9_-]+", key) for key in node)


@pytest.mark.parametrize("path", sorted(TRANSLATIONS.glob("*.json")), ids=lambda path: path.stem)
def test_a_language_says_what_english_says(path: Path) -> None:
    english = dict(texts(load(TRANSLATIONS / "en.json")))
    for keys, text in texts(load(path)):
        assert keys in english, f"{'.'.join(keys)} is not in English"
        assert placeholders(text) == placeholders(english[keys]), ".".join(keys)


def test_every_field_of_a_form_is_explained() -> None:
    for node in objects(load(TRANSLATIONS / "en.json")):
        if isinstance(node.get("data"), dict):
            assert set(node["data"]) == set(node.get("data_description", {}))


def test_every_translation_key_in_the_code_has_a_text() -> None:
    known = {key for node in objects(load(TRANSLATIONS / "en.json")) for key in node}
    used = {
        str(keyword.value.value)
        for tree in sources().values()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        for keyword in call.keywords
        if keyword.arg == "translation_key" and isinstance(keyword.value, ast.Constant)
    }
    assert sorted(used - known) == []


# exceptions


def home_assistant_errors(tree: ast.Module) -> set[str]:
    """Return under which names a module knows Home Assistant's exceptions."""
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("homeassistant")
        for alias in node.names
        if isinstance(error := getattr(importlib.import_module(node.module), alias.name, None), type)
        and issubclass(error, HomeAssistantError)
    }


def raised_with_words_of_its_own() -> Iterator[tuple[str, dict[str, ast.expr]]]:
    """Yield every place that makes such an exception, with its keywords."""
    for path, tree in sources().items():
        errors = home_assistant_errors(tree)
        for node in ast.walk(tree):
            where = f"{path.relative_to(INTEGRATION)}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Name):
                assert node.exc.id not in errors, f"{where} raises an exception without words"
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in errors:
                if node.func.id.startswith("OAuth2TokenRequest"):  # Home Assistant has words for these
                    continue
                assert not node.args, f"{where} has words that cannot be translated"
                yield where, {keyword.arg or "**": keyword.value for keyword in node.keywords}


def test_every_exception_that_reaches_a_person_has_words_and_their_placeholders() -> None:
    words = load(TRANSLATIONS / "en.json")["exceptions"]
    for where, keywords in raised_with_words_of_its_own():
        if "**" in keywords:  # the one mapping of the inner rooms' errors, see the next test
            continue
        assert "translation_domain" in keywords, where
        key = keywords["translation_key"]
        if not isinstance(key, ast.Constant):
            continue
        given = keywords.get("translation_placeholders", ast.Dict([], []))
        assert isinstance(given, ast.Dict), where
        names = {name.value for name in given.keys if isinstance(name, ast.Constant)}
        assert placeholders(words[key.value]["message"]) == names, where


def descendants[T](base: type[T]) -> Iterator[type[T]]:
    """Yield a class and all classes derived from it."""
    yield base
    for child in base.__subclasses__():
        yield from descendants(child)


def test_every_failure_of_an_inner_room_has_words() -> None:
    words = load(TRANSLATIONS / "en.json")["exceptions"]
    keys = {error.key for error in descendants(FleetApiError)}
    keys |= {error.code for error in descendants(VehicleCommandError)}
    assert sorted(keys - set(words)) == []


def test_no_words_are_left_over() -> None:
    constants = {
        node.value
        for tree in sources().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert sorted(set(load(TRANSLATIONS / "en.json")["exceptions"]) - constants) == []


# services.yaml and icons.json


@pytest.mark.usefixtures("enable_custom_integrations")
async def test_every_action_is_described_named_and_documented(hass: HomeAssistant) -> None:
    assert await async_setup_component(hass, DOMAIN, {})
    registered = set(hass.services.async_services_for_domain(DOMAIN))
    described: Json = _SERVICES_SCHEMA(load(SERVICES)) if SERVICES.exists() else {}
    named: Json = load(TRANSLATIONS / "en.json").get("services", {})
    icons: Json = load(ICONS).get("services", {}) if ICONS.exists() else {}
    assert registered == set(described) == set(named) == set(icons)
    manual = (ROOT / "README.md").read_text(encoding="utf-8")
    for action, description in described.items():
        assert f"{DOMAIN}.{action}" in manual
        fields = (description or {}).get("fields", {})
        assert set(named[action].get("fields", {})) == set(fields)


def test_every_icon_belongs_to_something() -> None:
    icons = load(ICONS) if ICONS.exists() else {}
    english = load(TRANSLATIONS / "en.json")
    for platform, rows in icons.get("entity", {}).items():
        for key, row in rows.items():
            assert key in english["entity"][platform], f"{platform}.{key}"
            assert set(row.get("state", {})) <= set(
                english["entity"][platform][key].get("state", row.get("state", {}))
            )


# quality_scale.yaml


def test_the_quality_scale_answers_all_54_rules() -> None:
    known = (ROOT / "tests/fixtures/quality_scale_rules.txt").read_text(encoding="utf-8").splitlines()
    names = {name for line in known[2:] for name in line.split()[1:]}
    assert len(names) == 54
    rules = load(INTEGRATION / "quality_scale.yaml")["rules"]
    assert set(rules) == names
    for rule, answer in rules.items():
        if answer == "done":
            continue
        assert answer["status"] in {"done", "exempt", "todo"}, rule
        assert answer["comment"].strip(), rule


# scripts and workflows


def scripts() -> list[Path]:
    """List the files that are started by their name."""
    places = [path for path in repository_files() if path.parts[len(ROOT.parts)] in {"script", ".ci"}]
    return [path for path in places if path.read_bytes().startswith(b"#!")]


def test_scripts_can_be_started() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in scripts()}
    assert names >= {"script/setup", "script/test", "script/lint", ".ci/run"}
    assert not [path for path in scripts() if not os.access(path, os.X_OK)]


@pytest.mark.parametrize("path", scripts(), ids=lambda path: path.name)
def test_scripts_can_be_read(path: Path) -> None:
    if b"python" in path.read_bytes().split(b"\n", 1)[0]:
        compile(path.read_bytes(), path, "exec")
    else:
        bash = shutil.which("bash")
        assert bash
        result = subprocess.run([bash, "-n", path], capture_output=True, check=False)  # noqa: S603 - our own
        assert not result.stderr


WORKFLOWS = sorted(ROOT.glob(".github/workflows/*.yml"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_by_commit_with_the_version_beside_it(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        if "uses:" in line:
            assert re.search(r"uses: [\w./-]+@[0-9a-f]{40} # \S+", line), line.strip()


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_workflows_have_no_permissions_but_those_of_their_jobs(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job["permissions"]
        assert job["timeout-minutes"] <= 40


# what no file may hold

# Written apart, so that this file does not hold them itself.
REGISTRIES = [
    ".".join(parts)
    for parts in [
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("deb", "debian", "org"),
        ("archive", "ubuntu", "com"),
        ("registry", "npmjs", "org"),
        ("crates", "io"),
        ("proxy", "golang", "org"),
    ]
]


def test_no_file_names_the_host_of_a_package_registry_or_mirror() -> None:
    for place, text in repository_texts():
        assert not [host for host in REGISTRIES if host in text], place


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    personal = re.compile(r"/(?:home|Users)/[a-z]\w*/|/(?:root)/|[A-Z]:\\Users\\")
    for place, text in repository_texts():
        assert not personal.search(text), place
        assert f"{ROOT}/" not in text, place
