"""What a neighbourhood keeps: all SQL of Assetmap, one function per question, one file per neighbourhood."""
