"""A verifier of workspaces written from docs/file-format.md alone, points 1 to 5 and the counts of 8, in Python.

Reads paths of workspaces, one a line, and answers each with a line: 0 where nothing is broken, 1 where something is.
Needs Python's own library and an Ed25519 from the package `cryptography`; ends with 3 where that is not here.
"""
import hashlib
import json
import os
import re
import sys

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError:
    sys.exit(3)

HEAD = ["v", "type", "draft", "author", "key", "seq", "prev", "parents", "lamport", "at", "content"]
FORMS = [{"facts", "salt", "words", "wordsSalt"}, {"facts", "salt", "wordsHash"}, {"cipher"}]
HEX = re.compile(r"[0-9a-f]{64}")


class Broken(Exception):
    pass


def sha(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def bounded(value, depth=1):
    """At most 16 deep, and whole numbers alone."""
    if depth > 16 or isinstance(value, float):
        raise Broken("shape")
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        bounded(part, depth + 1)


def is_id(value):
    return isinstance(value, str) and HEX.fullmatch(value) is not None


def check(raw):
    """Points 1 to 3: the record of one line, or Broken."""
    if len(raw) > 1 << 20:
        raise Broken("size")
    try:
        record = json.loads(raw.decode("utf-8"))
        if canonical(record).encode("utf-8") != raw:
            raise Broken("canonical")
    except (ValueError, RecursionError):
        raise Broken("json")
    if not isinstance(record, dict):
        raise Broken("shape")
    bounded(record)
    body = set(record) - set(HEAD) - {"id", "sig"}
    ids = ["author", "key", "content", "id"]
    if body not in FORMS or not all(name in record for name in HEAD + ["id", "sig"]):
        raise Broken("shape")
    if not all(is_id(record[name]) for name in ids) or not isinstance(record["parents"], list):
        raise Broken("shape")
    if not all(record[name] is None or is_id(record[name]) for name in ["draft", "prev"]):
        raise Broken("shape")
    if not all(is_id(one) for one in record["parents"]) or len(record["parents"]) > 64:
        raise Broken("shape")
    if not all(type(record[name]) is int and record[name] > 0 for name in ["v", "seq", "lamport"]):
        raise Broken("shape")
    if "cipher" not in body:
        words = record.get("wordsHash")
        if "words" in body:
            words = sha(canonical({"words": record["words"], "wordsSalt": record["wordsSalt"]}))
        if sha(canonical({"facts": record["facts"], "salt": record["salt"], "words": words})) != record["content"]:
            raise Broken("content")
    if sha(canonical({name: record[name] for name in HEAD})) != record["id"]:
        raise Broken("id")
    try:
        if re.fullmatch(r"[0-9a-f]{128}", record["sig"]) is None:
            raise Broken("signature")
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(record["key"]))
        key.verify(bytes.fromhex(record["sig"]), record["id"].encode("utf-8"))
    except (InvalidSignature, TypeError):
        raise Broken("signature")
    return record


def read(folder):
    """The records of a folder's logs, each file's lines whole and ended by a line feed, its numbers counting on."""
    records = {}
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        path = os.path.join(folder, name)
        if not name.endswith(".jsonl") or not os.path.isfile(path):
            continue
        with open(path, "rb") as file:
            data = file.read()
        if data and not data.endswith(b"\n"):
            raise Broken("torn")
        last = {}
        for raw in data.split(b"\n")[:-1]:
            record = check(raw)
            if record["seq"] != last.get(record["key"], 0) + 1:
                raise Broken("sequence")
            last[record["key"]] = record["seq"]
            records[record["id"]] = record
    return records


def chained(records):
    """Point 5: what a record names is here, `prev` is its key's record before, `lamport` one more than the greatest."""
    for record in records.values():
        prev = record["prev"]
        known = record["parents"] + ([prev] if prev else [])
        if any(one not in records for one in known):
            raise Broken("missing")
        before = records[prev] if prev else {"key": record["key"], "seq": 0}
        if before["key"] != record["key"] or before["seq"] != record["seq"] - 1:
            raise Broken("sequence")
        if record["lamport"] != 1 + max([records[one]["lamport"] for one in known], default=0):
            raise Broken("order")


def people(root):
    """Point 4: the device keys that each person's root key certified."""
    records = read(os.path.join(root, "people"))
    chained(records)
    certified = {}
    for record in records.values():
        if sha(record["key"]) != record["author"]:
            raise Broken("certification")
        if record["type"] == "device.certified":
            certified.setdefault(record["author"], set()).add(record["facts"]["device"])
    for record in records.values():
        if record["draft"] is None and record["type"] != "person.introduced":
            raise Broken("no-beginning")
        if record["draft"] is not None and record["draft"] not in records:
            raise Broken("missing")
    return certified


def ancestors(records, heads):
    found, left = set(), list(heads)
    while left:
        one = left.pop()
        if one not in found:
            found.add(one)
            record = records[one]
            left += record["parents"] + ([record["prev"]] if record["prev"] else [])
    return found


def log(folder, begins, certified):
    """One log: every author certified the key, it begins as its kind does, and a seal covers what it says."""
    records = read(folder)
    if not records:
        return
    chained(records)
    first = [record for record in records.values() if record["draft"] is None]
    if len(first) != 1 or first[0]["type"] != begins:
        raise Broken("no-beginning")
    for record in records.values():
        if record["key"] not in certified.get(record["author"], set()):
            raise Broken("certification")
        if record["draft"] not in (None, first[0]["id"]):
            raise Broken("order")
        if record["type"] == "judgment.sealed":
            ids = sorted(ancestors(records, record["facts"]["heads"]))
            if len(ids) != record["facts"]["count"] or sha("\n".join(ids)) != record["facts"]["idsHash"]:
                raise Broken("seal")


def workspace(root):
    certified = people(root)
    log(os.path.join(root, "workspace"), "workspace.founded", certified)
    for place, begins in [("drafts", "draft.begun"), ("audits", "audit.begun")]:
        folder = os.path.join(root, place)
        for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
            log(os.path.join(folder, name), begins, certified)
    programme = read(os.path.join(root, "programme"))
    chained(programme)


for line in sys.stdin:
    try:
        workspace(line.rstrip("\n"))
        print(0, flush=True)
    except Broken:
        print(1, flush=True)
