"""What a neighbourhood keeps: all SQL of Assetmap, one function per question, over one SQLite file per neighbourhood."""
