"""The neighbourhood as a drawing: ground, water, streets, houses, trees and life, from the back to the front."""
