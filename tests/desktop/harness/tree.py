"""The accessibility tree of a program, as a screen reader is told it, written as JSON.

    tree.py NAME    the tree of the program whose name begins so

Each node is {"role", "name", "described", "value", "children"}; "value" is what a slider says it is at.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# A picture or a table has few levels; this only ends what goes in circles.
DEEPEST = 60


def node(accessible, depth=0):
    attributes = accessible.get_attributes() or {}
    described = [
        relation.get_target(0).get_name()
        for relation in accessible.get_relation_set()
        if relation.get_relation_type() == Atspi.RelationType.DESCRIBED_BY and relation.get_n_targets()
    ]
    children = []
    if depth < DEEPEST:
        for index in range(accessible.get_child_count()):
            child = accessible.get_child_at_index(index)
            if child is not None:
                children.append(node(child, depth + 1))
    return {
        "role": accessible.get_role_name(),
        "name": accessible.get_name(),
        "described": (accessible.get_description() or "") or " ".join(described),
        "value": attributes.get("valuetext"),
        "text": said(accessible),
        "children": children,
    }


def said(accessible):
    """What stands in it as text, if it is text."""
    text = accessible.get_text_iface()
    if text is None:
        return None
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))


def program(name):
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child is not None and child.get_name().lower().startswith(name.lower()):
            return child
    return None


def main():
    Atspi.init()
    Atspi.set_timeout(4000, 15000)
    try:
        found = program(sys.argv[1])
        json.dump(node(found) if found else None, sys.stdout)
    except GLib.Error as error:
        # What changes while it is read is read again by whoever asked.
        print(error.message, file=sys.stderr)
        sys.exit(1)


main()
