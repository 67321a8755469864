"""The words of the neighbourhood: frozen dataclasses, enums and tables of data, without any input or output."""
