"""Pictures of pages and of where things are: what a person looks at to judge or to mark a file.

Files are drawn in the child process, within its limits; what is handed out is PNG and numbers.
"""

from answerable.gate.pictures.asking import Page, page_pictures
from answerable.gate.pictures.where import Area, Tab, Thumbnail, Where, where_of

__all__ = ["Area", "Page", "Tab", "Thumbnail", "Where", "page_pictures", "where_of"]
