"""pmgap: where a person stands for a product-manager role, and what to do next."""

__version__ = "0.1.0"
