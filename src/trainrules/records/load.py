"""Everything that loads records, in one place: JSON values, `.json`, `.jsonl` and `.csv` files."""

from trainrules.records.csv_file import read_csv
from trainrules.records.errors import Problem, RecordError
from trainrules.records.files import read_records
from trainrules.records.objects import record_from_dict, record_to_dict

__all__ = ["Problem", "RecordError", "read_csv", "read_records", "record_from_dict", "record_to_dict"]
