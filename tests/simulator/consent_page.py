"""The pages that a person sees: consent, refusal, the virtual key."""

from collections.abc import Iterable
from html import escape
from string import Template
from typing import Final

from .scopes import SCOPES

_PAGE: Final = Template("""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>
  body { font-family: system-ui, sans-serif; margin: 0; background: #f4f4f4; color: #171a20; }
  main { max-width: 26rem; margin: 8vh auto; padding: 2rem; background: #fff; border-radius: 12px;
         box-shadow: 0 2px 16px #0002; }
  h1 { font-size: 1.4rem; font-weight: 500; margin-top: 0; }
  p { line-height: 1.5; }
  label { display: flex; gap: .75rem; align-items: center; padding: .6rem 0; border-bottom: 1px solid #eee; }
  input[type=checkbox] { width: 1.15rem; height: 1.15rem; accent-color: #3e6ae1; }
  .buttons { display: flex; flex-direction: column; gap: .75rem; margin-top: 1.5rem; }
  button, .button { font: inherit; font-weight: 500; padding: .7rem; border: 0; border-radius: 6px;
    text-align: center; text-decoration: none; cursor: pointer; background: #eee; color: #171a20; }
  .main { background: #3e6ae1; color: #fff; }
  footer { margin-top: 1.5rem; font-size: .8rem; color: #5c5e62; }
</style>
</head>
<body><main>
<h1>$title</h1>
$content
<footer>Simulated Tesla: no real account, car or house is involved.</footer>
</main></body>
</html>
""")


def page(title: str, content: str) -> str:
    """Return a whole page; `content` is HTML."""
    return _PAGE.substitute(title=escape(title), content=content)


def refusal(reason: str) -> str:
    """Return the page of a request that cannot be answered to its sender."""
    return page("Something went wrong", f"<p id='error'>{escape(reason)}</p>")


def consent(number: str, *, application: str, user: str, scopes: Iterable[str], required: bool) -> str:
    """Return the consent form; `required` takes away the choice."""
    locked = " disabled" if required else ""
    boxes = "\n".join(
        f'<label><input type="checkbox" name="scope" value="{escape(scope)}" checked{locked}>'
        f"{escape(SCOPES[scope])}</label>"
        for scope in scopes
    )
    return page(
        f"Allow {application} access",
        f"<p>Signed in as {escape(user)}. {escape(application)} asks for:</p>"
        '<form method="post" action="/oauth2/v3/authorize">'
        f'<input type="hidden" name="request" value="{escape(number)}">{boxes}'
        '<div class="buttons">'
        '<button id="allow" class="main" name="decision" value="allow">Allow</button>'
        '<button id="deny" name="decision" value="deny">Cancel</button>'
        "</div></form>",
    )


def keypair_step(domain: str, location: str) -> str:
    """Return the step after the consent that offers the virtual key."""
    return page(
        "Add a virtual key",
        f"<p>Your cars take commands from {escape(domain)} once its key is on their key list.</p>"
        '<div class="buttons">'
        f'<a id="pair-link" class="button" target="_blank" href="/_ak/{escape(domain)}">Add the key</a>'
        f'<a id="continue" class="button main" href="{escape(location)}">Continue</a></div>',
    )


def virtual_key(domain: str, cars: Iterable[str]) -> str:
    """Return the page that Tesla's app opens for a virtual key."""
    names = "".join(f"<li>{escape(name)}</li>" for name in cars)
    return page(
        "Set up third-party virtual key",
        f"<p>Allow {escape(domain)} to send commands to:</p><ul>{names}</ul>"
        '<form method="post"><div class="buttons">'
        '<button id="pair" class="main">Set up</button></div></form>',
    )


def key_added(domain: str) -> str:
    """Return the page after pairing."""
    return page("Key added", f"<p id='paired'>The key of {escape(domain)} is on the key list.</p>")
