"""A small window from which a file can be dragged, as from a file manager.

    drag.py FILE    shows it until the program is ended; whatever the pointer picks up in it is the file
"""

import sys
from pathlib import Path

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402

uri = Path(sys.argv[1]).as_uri()
window = Gtk.Window(title="A file to drag")
window.set_default_size(160, 80)
held = Gtk.EventBox()
held.add(Gtk.Label(label="file"))
held.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
held.drag_source_add_uri_targets()
held.connect("drag-data-get", lambda _held, _context, data, _info, _time: data.set_uris([uri]))
window.add(held)
window.connect("destroy", Gtk.main_quit)
window.show_all()
Gtk.main()
