"""What exists only after layout, as findings: whether a sign holds its texts, whether a PDF is what it should be."""
