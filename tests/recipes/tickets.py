"""Sends each shipped ticket body to a server of this machine that takes what the tool's API takes.

    tickets.py PORTFIX

The calls below are written down from the vendors' descriptions, not from rules/tickets: method, path,
the fields with their types, and who sees the text.
"""

import http.server
import json
import pathlib
import re
import subprocess
import sys
import threading
import urllib.error
import urllib.request

PORTFIX = sys.argv[1]
RULES = pathlib.Path(__file__).parents[2] / "rules/tickets"
NOTICE = (
    "The port of 415-555-0123 was rejected: the PIN is incorrect <script>alert(1)</script> "
    "[click](https://evil.example) \x1b[31mred =HYPERLINK(1) " + "long " * 2000
)


def adf_text(body):
    assert body["type"] == "doc" and body["version"] == 1 and body["content"], body
    return json.dumps(body["content"])


# Of each tool and voice: method, path, field of the text, how it is read, what else the body holds.
CALLS = {
    ("zendesk", "internal"): ("PUT", r"/api/v2/tickets/\w+\.json", "ticket.comment.body", {"ticket.comment.public": False}),
    ("zendesk", "public"): ("PUT", r"/api/v2/tickets/\w+\.json", "ticket.comment.body", {"ticket.comment.public": True}),
    ("jira", "internal"): ("POST", r"/rest/api/3/issue/\w+/comment", "body", {"properties.0.key": "sd.public.comment", "properties.0.value.internal": True}),
    ("jira", "public"): ("POST", r"/rest/api/3/issue/\w+/comment", "body", {"properties.0.key": "sd.public.comment", "properties.0.value.internal": False}),
    ("jira-service-management", "internal"): ("POST", r"/rest/servicedeskapi/request/\w+/comment", "body", {"public": False}),
    ("jira-service-management", "public"): ("POST", r"/rest/servicedeskapi/request/\w+/comment", "body", {"public": True}),
    ("freshdesk", "internal"): ("POST", r"/api/v2/tickets/\w+/notes", "body", {"private": True}),
    ("freshdesk", "public"): ("POST", r"/api/v2/tickets/\w+/reply", "body", {}),
    ("freshservice", "internal"): ("POST", r"/api/v2/tickets/\w+/notes", "body", {"private": True}),
    ("freshservice", "public"): ("POST", r"/api/v2/tickets/\w+/reply", "body", {}),
    ("servicenow", "internal"): ("PATCH", r"/api/now/table/\w+/\w+", "work_notes", {}),
    ("servicenow", "public"): ("PATCH", r"/api/now/table/\w+/\w+", "comments", {}),
    ("deskpro", "internal"): ("POST", r"/api/v2/tickets/\w+/messages", "message", {"is_note": True}),
    ("deskpro", "public"): ("POST", r"/api/v2/tickets/\w+/messages", "message", {"is_note": False}),
}
HTML = {"freshdesk", "freshservice"}


def value_at(document, path):
    for key in path.split("."):
        document = document[int(key)] if key.isdigit() else document[key]
    return document


def leaves(document, path=""):
    if isinstance(document, dict):
        return [leaf for key, value in document.items() for leaf in leaves(value, f"{path}.{key}")]
    if isinstance(document, list):
        return [leaf for i, value in enumerate(document) for leaf in leaves(value, f"{path}.{i}")]
    return [path[1:]]


def problem_with(tool, voice, method, path, content_type, raw):
    wanted_method, wanted_path, field, flags = CALLS[tool, voice]
    if method != wanted_method or not re.fullmatch(wanted_path, path):
        return f"no such call: {method} {path}"
    if content_type != "application/json":
        return f"cannot read {content_type}"
    body = json.loads(raw)
    text = value_at(body, field)
    if tool == "jira":
        text = adf_text(text)
    if not isinstance(text, str) or "PIN" not in text:
        return f"no text in {field}"
    for flag, value in flags.items():
        if value_at(body, flag) is not value and value_at(body, flag) != value:
            return f"{flag} is not {value}"
    for leaf in leaves(body):
        if leaf != field and leaf not in flags and not leaf.startswith(field + "."):
            return f"unknown field {leaf}"
    if "\x1b" in text or (tool in HTML and "<script" in text.lower()):
        return "live markup of the notice"
    if voice == "public" and ("evil.example" in text or "alert(1)" in text):
        return "words of the notice go to the customer"
    return ""


class Handler(http.server.BaseHTTPRequestHandler):
    def answer(self):
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        _, tool, voice, path = self.path.split("/", 3)
        try:
            problem = problem_with(
                tool, voice, self.command, "/" + path, self.headers["Content-Type"], raw
            )
        except (KeyError, IndexError, ValueError, AssertionError) as error:
            problem = f"{type(error).__name__}: {error}"
        self.send_response(400 if problem else 200)
        self.end_headers()
        self.wfile.write(problem.encode())

    do_POST = do_PUT = do_PATCH = answer

    def log_message(self, *_):
        pass


def run(*words):
    return subprocess.run([PORTFIX, *words], input=NOTICE, capture_output=True, text=True, check=True).stdout


def main():
    tools = sorted(path.stem for path in RULES.glob("*.json"))
    assert tools == sorted({tool for tool, _ in CALLS}), f"calls and tools differ: {tools}"
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    failures = 0
    for tool in tools:
        rule = json.loads(run("rules", "show", f"tickets/{tool}"))
        for voice in ("internal", "public"):
            public = ["--public"] if voice == "public" else []
            body = run("diagnose", "--format", f"ticket:{tool}", *public)
            call = rule[voice]
            request = urllib.request.Request(
                f"http://127.0.0.1:{server.server_port}/{tool}/{voice}{call['path']}",
                data=body.encode(),
                method=call["method"],
                headers={"Content-Type": "application/json"},
            )
            try:
                urllib.request.urlopen(request).close()
            except urllib.error.HTTPError as error:
                failures += 1
                print(f"{tool}, {voice}: {error.read().decode()}", file=sys.stderr)
    server.shutdown()
    print(f"ticket bodies: {2 * len(tools) - failures} of {2 * len(tools)} were taken")
    return 1 if failures else 0


sys.exit(main())
