"""Photos and files of a case: taken in by dropping, pasting or choosing, shown, and handed out.

    strip = EvidenceStrip(bench)
    layout.addWidget(strip)
    strip.show_place(EvidencePlace(case_id=7))             # a case: each change is written at once
    strip.show_place(EvidencePlace(case_id=7, line_id=3))  # only what shows this line
    strip.show_place(EvidencePlace(parcel_id=2))           # an ownerless parcel
    strip.keep_for_form()                                  # a form: attach `strip.files` on saving

Each write offers Undo, and the strip reads anew after every write of the window.
`strip.take(paths)` adds files that were dropped elsewhere; `strip.serve(text_field)` lets a
picture be pasted there; `strip.paste_within(page)` lets Ctrl+V anywhere on a page paste here.
`strip.when_stored(save)` waits for files that are still being copied.
"""
