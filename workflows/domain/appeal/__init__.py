"""One appeal 申诉 against a decision, with its second stage where the route has one (Art. 20)."""
