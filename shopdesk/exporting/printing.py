"""What is exported of each paper that was printed: who, when, on what, of which cases."""

from shopdesk.exporting.columns import Column, Export, Kind
from shopdesk.i18n import N_

PRINTING = Export(
    "printing",
    N_("Printing"),
    (
        Column("id", "print_job.id", Kind.NUMBER),
        Column("printed_at", "print_job.at", Kind.TIME),
        Column("person", "print_job.person"),
        Column("document", "print_job.document"),
        Column("paper", "print_job.paper"),
        Column("language", "print_job.language"),
        Column("printer", "print_job.printer"),
        Column("way", "print_job.way"),
        Column("pages", "print_job.pages", Kind.NUMBER),
        Column(
            "cases",
            "print_item JOIN cases ON cases.id = print_item.case_id"
            " WHERE print_item.job_id = print_job.id",
            Kind.LIST,
            (
                Column("number", "cases.number"),
                Column("position", "print_item.position", Kind.NUMBER),
            ),
            "cases.number",
        ),
    ),
    "print_job",
    "print_job.id",
)
