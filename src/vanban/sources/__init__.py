"""From what people write to a document: nodes with places, then fields, then the body."""
